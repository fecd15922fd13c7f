using System.Globalization;

namespace SalesforcePS.Core.Records;

/// <summary>Dates and times as Salesforce reads them on every transport: ISO 8601 in UTC, in the invariant culture.</summary>
internal static class InvariantTime
{
    public static string Date(DateTime date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Instant(DateTimeOffset instant) => Instant(instant.UtcDateTime);

    /// <summary>A time of no kind is of the zone given, the caller's own.</summary>
    public static string Instant(DateTime time, TimeZoneInfo zone) =>
        Instant(time.Kind == DateTimeKind.Unspecified ? ToUtc(time, zone) : time.ToUniversalTime());

    /// <exception cref="FormatException">The span is negative, or a day or longer.</exception>
    public static string TimeOfDay(TimeSpan time) =>
        time >= TimeSpan.Zero && time < TimeSpan.FromDays(1)
            ? time.ToString(@"hh\:mm\:ss\.fff\Z", CultureInfo.InvariantCulture)
            : throw new FormatException($"'{time}' is not a time of day.");

    private static string Instant(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>An hour that the clock skips or repeats is read in standard time; the ends of the calendar stay inside it.</summary>
    private static DateTime ToUtc(DateTime time, TimeZoneInfo zone) =>
        new(Math.Clamp(time.Ticks - zone.GetUtcOffset(time).Ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks), DateTimeKind.Utc);
}
