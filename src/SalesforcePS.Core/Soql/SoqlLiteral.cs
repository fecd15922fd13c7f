using System.Collections;
using System.Text;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Records;
using SalesforcePS.Core.Schema;

namespace SalesforcePS.Core.Soql;

/// <summary>Writes a .NET value as a SOQL literal: quoted and escaped, in the invariant culture, never in exponent form.</summary>
internal static class SoqlLiteral
{
    /// <param name="zone">The zone of times that have none of their own.</param>
    /// <exception cref="SalesforceException">SOQL has no literal for the value.</exception>
    public static string Write(string parameter, object? value, FieldType fieldType, TimeZoneInfo zone)
    {
        try
        {
            return WriteValue(parameter, value, fieldType, zone);
        }
        catch (FormatException unusable)
        {
            throw Unusable(parameter, $"a value that SOQL has no form for ({unusable.Message})");
        }
    }

    private static string WriteValue(string parameter, object? value, FieldType fieldType, TimeZoneInfo zone) => value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        string text => Quote(text),
        char or Guid or Enum or Uri => Quote(value.ToString()!),
        _ when InvariantNumber.IsNumber(value) => InvariantNumber.Format(value),
        DateOnly date => WriteValue(parameter, date.ToDateTime(TimeOnly.MinValue), fieldType, zone),
        DateTimeOffset instant => fieldType == FieldType.Date ? InvariantTime.Date(instant.DateTime) : InvariantTime.Instant(instant),
        DateTime time => IsDate(time, fieldType) ? InvariantTime.Date(time) : InvariantTime.Instant(time, zone),
        TimeSpan time => InvariantTime.TimeOfDay(time),
        TimeOnly time => InvariantTime.TimeOfDay(time.ToTimeSpan()),
        SalesforceRecord record => Quote(IdOf(parameter, record)),
        IDictionary => throw Unusable(parameter, "a table of names and values"),
        IEnumerable list => $"({string.Join(',', list.Cast<object?>().Select(item => WriteValue(parameter, item, fieldType, zone)))})",
        _ => throw Unusable(parameter, $"a {value.GetType().Name}"),
    };

    /// <summary>A date field is compared with dates, a date-time field with instants; where the field is not known, midnight of no zone is a date.</summary>
    private static bool IsDate(DateTime time, FieldType fieldType) => fieldType switch
    {
        FieldType.Date => true,
        FieldType.DateTime => false,
        _ => time.Kind == DateTimeKind.Unspecified && time.TimeOfDay == TimeSpan.Zero,
    };

    private static string IdOf(string parameter, SalesforceRecord record) =>
        record.schema.IndexOf("Id") is var index and >= 0 && record.values[index] is string id
            ? id
            : throw Unusable(parameter, $"a {record.schema.ObjectType} record without its Id");

    private static string Quote(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('\'');
        foreach (var c in text)
        {
            _ = c switch
            {
                '\'' => quoted.Append(@"\'"),
                '\\' => quoted.Append(@"\\"),
                '\n' => quoted.Append(@"\n"),
                '\r' => quoted.Append(@"\r"),
                '\t' => quoted.Append(@"\t"),
                '\b' => quoted.Append(@"\b"),
                '\f' => quoted.Append(@"\f"),
                _ => quoted.Append(c),
            };
        }
        return quoted.Append('\'').ToString();
    }

    private static SalesforceException Unusable(string parameter, string what) =>
        new($"The parameter '{parameter}' is {what}: give text, a number, a date, true or false, a record with its Id, or a list of these.")
        {
            ErrorCode = "INVALID_PARAMETER",
        };
}
