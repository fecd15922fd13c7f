using System.Globalization;

namespace SalesforcePS.Emulator.Formulas.Functions;

/// <summary>What DATEVALUE, DATETIMEVALUE and TIMEVALUE make of texts, dates and times.</summary>
internal static class DateConversion
{
    private static readonly string[] DateFormats = ["yyyy-M-d"];
    private static readonly string[] MomentFormats = ["yyyy-M-d H:m:s", "yyyy-M-d H:m:s'Z'"];
    private static readonly string[] TimeFormats = ["HH:mm:ss.fff"];

    public static object? ToDate(object? value) => value switch
    {
        string text when text.Length > 0 => DateOnly.TryParseExact(text.Trim(), DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw Unreadable("DATEVALUE", text, "a date"),
        DateTime moment => DateOnly.FromDateTime(moment),
        DateOnly date => date,
        _ => null,
    };

    public static object? ToMoment(object? value) => value switch
    {
        string text when text.Length > 0 => DateTime.TryParseExact(
            text.Trim(), MomentFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment)
            ? moment
            : throw Unreadable("DATETIMEVALUE", text, "a date with time"),
        DateOnly date => date.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
        DateTime moment => moment,
        _ => null,
    };

    public static object? ToTime(object? value) => value switch
    {
        string text when text.Length > 0 => TimeOnly.TryParseExact(text.Trim(), TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : throw Unreadable("TIMEVALUE", text, "a time"),
        DateTime moment => TimeOnly.FromDateTime(moment),
        TimeOnly time => time,
        _ => null,
    };

    public static object? ToSeconds(object? value) => value switch
    {
        DateTime moment => decimal.Truncate((decimal)(moment - DateTime.UnixEpoch).TotalSeconds),
        DateOnly date => ToSeconds(ToMoment(date)),
        TimeOnly time => decimal.Truncate((decimal)time.ToTimeSpan().TotalSeconds),
        _ => null,
    };

    private static FormulaValueException Unreadable(string function, string text, string type) =>
        new($"{function} cannot read '{text}' as {type}");
}
