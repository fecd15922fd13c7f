using System.Globalization;

namespace SalesforcePS.Emulator.Soql.Binding;

/// <summary>What a query takes from its user and the org: relative dates, weeks and FORMAT() depend on it.</summary>
internal sealed record QuerySettings(TimeZoneInfo Zone, CultureInfo Culture, FiscalYear FiscalYear)
{
    public static readonly QuerySettings Default = new(TimeZoneInfo.Utc, CultureInfo.GetCultureInfo("en-US"), FiscalYear.Calendar);

    /// <summary>The calendar day that it is for the user.</summary>
    public DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Zone).DateTime);

    /// <summary>The moment at which the day begins for the user; where clocks skip midnight, an hour later.</summary>
    public DateTimeOffset StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        if (Zone.IsInvalidTime(midnight))
            midnight = midnight.AddHours(1);
        return new DateTimeOffset(midnight, Zone.GetUtcOffset(midnight));
    }
}
