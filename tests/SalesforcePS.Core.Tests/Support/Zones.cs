namespace SalesforcePS.Core.Tests.Support;

/// <summary>Time zones made here, so that tests do not depend on those of the machine.</summary>
internal static class Zones
{
    /// <summary>One hour ahead of UTC, two from the last Sunday of March, 2:00, to the last of October, 3:00.</summary>
    public static TimeZoneInfo Berlin { get; } = TimeZoneInfo.CreateCustomTimeZone("Berlin", TimeSpan.FromHours(1), "Berlin", "CET", "CEST",
    [
        TimeZoneInfo.AdjustmentRule.CreateAdjustmentRule(DateTime.MinValue.Date, DateTime.MaxValue.Date, TimeSpan.FromHours(1), LastSunday(3, 2), LastSunday(10, 3)),
    ]);

    public static TimeZoneInfo Honolulu { get; } = Fixed(-10);

    public static TimeZoneInfo Kiritimati { get; } = Fixed(14);

    public static TimeZoneInfo Kathmandu { get; } = Fixed(5.75);

    private static TimeZoneInfo Fixed(double hours) =>
        TimeZoneInfo.CreateCustomTimeZone($"Fixed{hours}", TimeSpan.FromHours(hours), null, null);

    private static TimeZoneInfo.TransitionTime LastSunday(int month, int hour) =>
        TimeZoneInfo.TransitionTime.CreateFloatingDateRule(new DateTime(1, 1, 1, hour, 0, 0), month, 5, DayOfWeek.Sunday);
}
