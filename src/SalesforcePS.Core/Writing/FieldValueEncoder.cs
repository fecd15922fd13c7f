using System.Collections;
using System.Globalization;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Records;
using SalesforcePS.Core.Schema;

namespace SalesforcePS.Core.Writing;

/// <summary>
/// A .NET value as the text of a field, in the invariant culture. A date field takes the value's calendar date and never shifts by time
/// zone; a date-time field takes an instant, and a DateTime of no kind is local time. Null and empty text both give empty text.
/// </summary>
internal static class FieldValueEncoder
{
    /// <exception cref="RecordException">The value is of a kind that no field holds.</exception>
    public static string Encode(string name, FieldType type, object? value) => value switch
    {
        null => "",
        string text => type == FieldType.Boolean ? BooleanInWords(text) : XmlText.Check(name, text),
        bool flag => flag ? "true" : "false",
        DateTime time => type == FieldType.Date ? Date(time) : Instant(new DateTimeOffset(time)),
        DateTimeOffset instant => type == FieldType.Date ? Date(instant.DateTime) : Instant(instant),
        DateOnly date => type == FieldType.DateTime ? Instant(new DateTimeOffset(date.ToDateTime(TimeOnly.MinValue))) : Date(date.ToDateTime(TimeOnly.MinValue)),
        TimeSpan time => time.ToString(@"hh\:mm\:ss\.fff\Z", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        char or Guid or Enum or Uri or Version => XmlText.Check(name, value.ToString()!),
        byte[] bytes => Convert.ToBase64String(bytes),
        SalesforceRecord record when type is FieldType.Reference or FieldType.Id => record.ToString(),
        double.NaN or double.PositiveInfinity or double.NegativeInfinity => throw Unusable(name, "not a finite number"),
        _ when InvariantNumber.IsNumber(value) => InvariantNumber.Format(value),
        IDictionary => throw Unusable(name, "a table of names and values"),
        IEnumerable choices when type is FieldType.MultiPicklist or FieldType.Unknown => string.Join(';', choices.Cast<object?>().Select(choice => Encode(name, FieldType.String, choice))),
        IEnumerable => throw Unusable(name, "a list, which only a multi-select picklist takes"),
        _ => throw Unusable(name, $"a {value.GetType().Name}"),
    };

    private static string BooleanInWords(string text) => text.Trim().ToUpperInvariant() switch
    {
        "TRUE" or "1" or "YES" or "Y" or "ON" => "true",
        "FALSE" or "0" or "NO" or "N" or "OFF" => "false",
        _ => text,
    };

    private static string Date(DateTime date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Instant(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static RecordException Unusable(string name, string what) =>
        RecordException.From("INVALID_VALUE", $"The property '{name}' is {what}; a field takes text, a number, a date, true or false. For a parent by external id use a property like 'Account.Key__c'.", name);
}
