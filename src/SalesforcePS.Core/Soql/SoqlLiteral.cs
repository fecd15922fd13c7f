using System.Collections;
using System.Globalization;
using System.Text;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Records;
using SalesforcePS.Core.Schema;

namespace SalesforcePS.Core.Soql;

/// <summary>Writes a .NET value as a SOQL literal: quoted and escaped, in the invariant culture, never in exponent form.</summary>
internal static class SoqlLiteral
{
    public static string Write(string parameter, object? value, FieldType fieldType) => value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        string text => Quote(text),
        char or Guid or Enum or Uri => Quote(value.ToString()!),
        double.NaN or double.PositiveInfinity or double.NegativeInfinity => throw Unusable(parameter, "not a finite number"),
        _ when InvariantNumber.IsNumber(value) => InvariantNumber.Format(value),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset instant => fieldType == FieldType.Date ? Date(instant.DateTime) : Instant(instant),
        DateTime time => IsDate(time, fieldType) ? Date(time) : Instant(new DateTimeOffset(time)),
        TimeSpan time => time.ToString(@"hh\:mm\:ss\.fff\Z", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        SalesforceRecord record => Quote(IdOf(parameter, record)),
        IDictionary => throw Unusable(parameter, "a table of names and values"),
        IEnumerable list => List(parameter, list, fieldType),
        _ => throw Unusable(parameter, $"a {value.GetType().Name}"),
    };

    /// <summary>A date field is compared with dates, a date-time field with instants; where the field is not known, midnight of no zone is a date.</summary>
    private static bool IsDate(DateTime time, FieldType fieldType) => fieldType switch
    {
        FieldType.Date => true,
        FieldType.DateTime => false,
        _ => time.Kind == DateTimeKind.Unspecified && time.TimeOfDay == TimeSpan.Zero,
    };

    private static string Date(DateTime date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Instant(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static string List(string parameter, IEnumerable list, FieldType fieldType) =>
        $"({string.Join(',', list.Cast<object?>().Select(item => Write(parameter, item, fieldType)))})";

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
