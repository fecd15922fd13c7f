using System.Globalization;
using System.Text.Json;
using SalesforcePS.Emulator.Records;

namespace SalesforcePS.Emulator.Rest;

/// <summary>Values as REST writes them.</summary>
internal static class JsonValue
{
    public static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool truth:
                writer.WriteBooleanValue(truth);
                break;
            case long number:
                writer.WriteNumberValue(number);
                break;
            case int number:
                writer.WriteNumberValue(number);
                break;
            case double number:
                Write(writer, number);
                break;
            case DateOnly date:
                writer.WriteStringValue(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            case DateTimeOffset moment:
                Write(writer, moment);
                break;
            case TimeOnly time:
                writer.WriteStringValue(time.ToString("HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
                break;
            case CompoundValue compound:
                WriteParts(writer, compound);
                break;
            default:
                throw new ArgumentException($"There is no JSON form of {value.GetType()}.", nameof(value));
        }
    }

    /// <summary>Whole doubles keep their ".0", as an org writes them.</summary>
    public static void Write(Utf8JsonWriter writer, double number)
    {
        Span<char> text = stackalloc char[40];
        number.TryFormat(text, out var length, "R", CultureInfo.InvariantCulture);
        if (text[..length].IndexOfAny('.', 'E') < 0)
        {
            ".0".CopyTo(text[length..]);
            length += 2;
        }

        writer.WriteRawValue(text[..length], skipInputValidation: true);
    }

    /// <summary>As in 2011-07-07T00:37:00.000+0000.</summary>
    public static void Write(Utf8JsonWriter writer, DateTimeOffset moment)
    {
        Span<char> text = stackalloc char[32];
        moment.TryFormat(text, out var length, "yyyy-MM-dd'T'HH:mm:ss.fff'+0000'", CultureInfo.InvariantCulture);
        writer.WriteStringValue(text[..length]);
    }

    private static void WriteParts(Utf8JsonWriter writer, CompoundValue compound)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in compound.Parts)
        {
            writer.WritePropertyName(name);
            Write(writer, value);
        }

        writer.WriteEndObject();
    }
}
