using System.Globalization;
using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Storage;

/// <summary>From what SQLite holds to what the services hand out.</summary>
internal static class StoredValue
{
    public const string DateFormat = "yyyy-MM-dd";

    public static object? ToClr(object? column, FieldType type) => (type, column) switch
    {
        (_, null or DBNull) => null,
        (FieldType.Boolean, long number) => number != 0,
        (FieldType.Double or FieldType.Currency or FieldType.Percent, long number) => (double)number,
        (FieldType.Date, string text) => DateOnly.ParseExact(text, DateFormat, CultureInfo.InvariantCulture),
        (FieldType.DateTime, long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds),
        (FieldType.Time, long milliseconds) => new TimeOnly(milliseconds * TimeSpan.TicksPerMillisecond),
        _ => column,
    };

    /// <summary>The other way, for values that the org itself sets.</summary>
    public static object? ToColumn(object? value) => value switch
    {
        bool flag => flag ? 1L : 0L,
        int number => (long)number,
        DateTimeOffset moment => moment.ToUnixTimeMilliseconds(),
        DateOnly date => date.ToString(DateFormat, CultureInfo.InvariantCulture),
        TimeOnly timeOfDay => timeOfDay.Ticks / TimeSpan.TicksPerMillisecond,
        _ => value,
    };
}
