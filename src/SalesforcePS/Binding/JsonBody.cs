using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Text.Json;
using SalesforcePS.Core.Records;

namespace SalesforcePS.Binding;

/// <summary>
/// Writes PowerShell objects as JSON for Salesforce: records and objects by their properties, times in ISO 8601, and a date without a
/// time of day as a date, as in a query's parameters.
/// </summary>
internal static class JsonBody
{
    private const int Deepest = 64;

    /// <exception cref="FormatException">The object has no form in JSON, or holds itself.</exception>
    public static byte[] Write(object body)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
            Write(writer, body, 0);
        return buffer.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, object? value, int depth)
    {
        if (depth > Deepest)
            throw new FormatException($"it is more than {Deepest} levels deep, or holds itself");
        switch (value)
        {
            case null: writer.WriteNullValue(); break;
            case PSObject { BaseObject: not PSCustomObject and not SalesforceRecord } wrapped: Write(writer, wrapped.BaseObject, depth); break;
            case string or char or Guid or Uri or Enum or Version: writer.WriteStringValue(value.ToString()); break;
            case bool flag: writer.WriteBooleanValue(flag); break;
            case SwitchParameter flag: writer.WriteBooleanValue(flag); break;
            case DateTime time: writer.WriteStringValue(Text(time)); break;
            case DateTimeOffset instant: writer.WriteStringValue(Text(instant.UtcDateTime)); break;
            case DateOnly date: writer.WriteStringValue(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)); break;
            case byte[] bytes: writer.WriteBase64StringValue(bytes); break;
            case sbyte or byte or short or ushort or int or uint or long or ulong or float or double or decimal or System.Numerics.BigInteger:
                writer.WriteRawValue(Number((IFormattable)value)); break;
            case IDictionary table: WriteObject(writer, table.Cast<DictionaryEntry>().Select(entry => (entry.Key.ToString()!, entry.Value)), depth); break;
            case IEnumerable list and not SalesforceRecord: WriteList(writer, list, depth); break;
            default: WriteObject(writer, PropertiesOf(PSObject.AsPSObject(value)), depth); break;
        }
    }

    private static void WriteObject(Utf8JsonWriter writer, IEnumerable<(string Name, object? Value)> members, int depth)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in members)
        {
            writer.WritePropertyName(name);
            Write(writer, value, depth + 1);
        }
        writer.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter writer, IEnumerable list, int depth)
    {
        writer.WriteStartArray();
        foreach (var item in list)
            Write(writer, item, depth + 1);
        writer.WriteEndArray();
    }

    private static IEnumerable<(string Name, object? Value)> PropertiesOf(PSObject source) =>
        source.Properties.Where(property => property.IsGettable).Select(property => (property.Name, (object?)property.Value));

    private static string Number(IFormattable number) =>
        number is float or double && !double.IsFinite(Convert.ToDouble(number, CultureInfo.InvariantCulture))
            ? throw new FormatException($"{number.ToString(null, CultureInfo.InvariantCulture)} is no number")
            : number.ToString(null, CultureInfo.InvariantCulture);

    private static string Text(DateTime time) => time is { Kind: DateTimeKind.Unspecified, TimeOfDay.Ticks: 0 }
        ? time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
