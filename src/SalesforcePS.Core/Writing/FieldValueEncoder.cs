using System.Collections;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Records;
using SalesforcePS.Core.Schema;

namespace SalesforcePS.Core.Writing;

/// <summary>
/// A .NET value as the text of a field, in the invariant culture. A date field takes the value's calendar date and never shifts by time
/// zone; a date-time field takes an instant, and a DateTime of no kind is local time. Null and empty text both give empty text.
/// </summary>
internal sealed class FieldValueEncoder(TimeZoneInfo zone)
{
    /// <exception cref="RecordException">The value is of a kind that no field holds.</exception>
    public string Encode(string name, FieldType type, object? value)
    {
        try
        {
            return XmlText.Check(name, Write(name, type, value));
        }
        catch (FormatException unusable)
        {
            throw Unusable(name, $"a value that no field holds ({unusable.Message})");
        }
    }

    private string Write(string name, FieldType type, object? value) => value switch
    {
        null => "",
        string text => Text(type, text),
        bool flag => flag ? "true" : "false",
        DateTime time => type == FieldType.Date ? InvariantTime.Date(time) : InvariantTime.Instant(time, zone),
        DateTimeOffset instant => type == FieldType.Date ? InvariantTime.Date(instant.DateTime) : InvariantTime.Instant(instant),
        DateOnly date => Write(name, type == FieldType.DateTime ? type : FieldType.Date, date.ToDateTime(TimeOnly.MinValue)),
        TimeSpan time => InvariantTime.TimeOfDay(time),
        TimeOnly time => InvariantTime.TimeOfDay(time.ToTimeSpan()),
        char or Guid or Enum or Version => value.ToString()!,
        // Its ToString takes escapes such as %20 out.
        Uri address => address.OriginalString,
        byte[] bytes => Convert.ToBase64String(bytes),
        SalesforceRecord record when type is FieldType.Reference or FieldType.Id =>
            record.schema.IndexOf("Id") >= 0 ? record.ToString() : throw Unusable(name, $"a {record.schema.ObjectType} record without its Id"),
        _ when InvariantNumber.IsNumber(value) => Text(type, InvariantNumber.Format(value)),
        IDictionary => throw Unusable(name, "a table of names and values"),
        IEnumerable choices when type is FieldType.MultiPicklist or FieldType.Unknown => string.Join(';', choices.Cast<object?>().Select(choice => Write(name, FieldType.String, choice))),
        IEnumerable => throw Unusable(name, "a list, which only a multi-select picklist takes"),
        _ => throw Unusable(name, $"a {value.GetType().Name}"),
    };

    /// <summary>What is no number or boolean stays as it is: to refuse it is up to the org.</summary>
    private static string Text(FieldType type, string text) => type switch
    {
        FieldType.Boolean => BooleanInWords(text),
        FieldType.Int or FieldType.Long => InvariantNumber.WithoutZeros(InvariantNumber.Normalize(text) ?? text),
        FieldType.Double or FieldType.Currency or FieldType.Percent => InvariantNumber.Normalize(text) ?? text,
        _ => text,
    };

    private static string BooleanInWords(string text) => text.Trim().ToUpperInvariant() switch
    {
        "TRUE" or "1" or "YES" or "Y" or "ON" => "true",
        "FALSE" or "0" or "NO" or "N" or "OFF" => "false",
        _ => text,
    };

    private static RecordException Unusable(string name, string what) =>
        RecordException.From("INVALID_VALUE", $"The property '{name}' is {what}; a field takes text, a number, a date, true or false. For a parent by external id use a property like 'Account.Key__c'.", name);
}
