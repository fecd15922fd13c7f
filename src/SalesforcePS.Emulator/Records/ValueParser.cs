using System.Globalization;
using SalesforcePS.Emulator.Records.Files;
using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Storage;

namespace SalesforcePS.Emulator.Records;

/// <summary>Reads what a client sent for a field into what its column holds. Culture plays no part.</summary>
internal static class ValueParser
{
    private const NumberStyles Number = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    private static readonly string[] DateTimeFormats =
    [
        "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", StoredValue.DateFormat,
    ];

    private static readonly string[] DateFormats = [StoredValue.DateFormat, "yyyy-MM-ddK"];
    private static readonly string[] DateWithTimeFormats = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFK"];
    private static readonly string[] TimeFormats = ["HH:mm:ssK", "HH:mm:ss.FFFFFFFK", "HH:mmK"];

    /// <summary>False when the value is not of the field's type. Never called with null or an empty string.</summary>
    public static bool TryParse(SObjectField field, object input, out object? column)
    {
        column = field.Type switch
        {
            FieldType.Boolean => Boolean(input),
            FieldType.Int => Whole(input, int.MinValue, int.MaxValue),
            FieldType.Long => Whole(input, long.MinValue, long.MaxValue),
            FieldType.Double or FieldType.Currency or FieldType.Percent => Decimal(input),
            FieldType.Date => Date(input),
            FieldType.DateTime => Moment(input),
            FieldType.Time => TimeOfDay(input),
            FieldType.Base64 => Body(input),
            _ => Text(input),
        };
        return column is not null;
    }

    /// <summary>A scalar as the wire formats write it.</summary>
    public static string? Text(object? input) => input switch
    {
        string text => text,
        bool flag => flag ? "true" : "false",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => null,
    };

    private static long? Boolean(object input) => input switch
    {
        bool flag => flag ? 1L : 0L,
        string text when text == "1" || text.Equals("true", StringComparison.OrdinalIgnoreCase) => 1L,
        string text when text == "0" || text.Equals("false", StringComparison.OrdinalIgnoreCase) => 0L,
        _ => null,
    };

    private static long? Whole(object input, long minimum, long maximum)
    {
        var number = input switch
        {
            long whole => whole,
            string text when decimal.TryParse(text.Trim(), Number, CultureInfo.InvariantCulture, out var parsed) => parsed,
            double real when Math.Abs(real) < (double)decimal.MaxValue => (decimal)real,
            decimal exact => exact,
            _ => (decimal?)null,
        };
        return number is { } value && value == decimal.Truncate(value) && value >= minimum && value <= maximum ? (long)value : null;
    }

    private static double? Decimal(object input) => input switch
    {
        long whole => (double)whole,
        double real when double.IsFinite(real) => real,
        // The conversion that the language has is not the nearest double.
        decimal exact => double.Parse(exact.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture),
        string text when double.TryParse(text.Trim(), Number, CultureInfo.InvariantCulture, out var parsed) && double.IsFinite(parsed) => parsed,
        _ => null,
    };

    // A zone may stand behind an xsd:date; the calendar date counts and never shifts. Clients with one type for dates and
    // moments send a time too: an org takes the day that it is in UTC then, but no more than three digits of a second.
    private static string? Date(object input)
    {
        if (input is not string text)
            return null;
        var date = Read(text, DateFormats) ?? Read(text, DateWithTimeFormats)?.ToUniversalTime();
        return date is { } day && IsInCalendar(day) ? day.ToString(StoredValue.DateFormat, CultureInfo.InvariantCulture) : null;
    }

    private static long? Moment(object input) =>
        input is string text && Read(text, DateTimeFormats) is { } moment && IsInCalendar(moment)
            ? moment.ToUnixTimeSeconds() * 1000 // an org keeps whole seconds
            : null;

    // Dates of Salesforce lie between 1700 and 4000 (SOQL and SOSL Reference, date formats).
    private static bool IsInCalendar(DateTimeOffset moment) => moment.Year is >= 1700 and <= 4000;

    private static long? TimeOfDay(object input) =>
        input is string text && Read(text, TimeFormats) is { } time ? (long)time.TimeOfDay.TotalMilliseconds : null;

    private static DateTimeOffset? Read(string text, string[] formats) =>
        DateTimeOffset.TryParseExact(text.Trim(), formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;

    private static FileBody? Body(object input)
    {
        if (input is FileBody body)
            return body;
        if (input is not string text)
            return null;
        var decoded = new byte[(text.Length * 3 / 4) + 3];
        return Convert.TryFromBase64String(text, decoded, out var length) ? FileBody.Of(decoded.AsMemory(0, length)) : null;
    }
}
