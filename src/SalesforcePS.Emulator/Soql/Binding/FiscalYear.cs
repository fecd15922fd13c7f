namespace SalesforcePS.Emulator.Soql.Binding;

/// <param name="StartMonth">1 to 12; Organization.FiscalYearStartMonth.</param>
/// <param name="IsNamedByStart">Whether the year is called after the calendar year that it starts in, not after the one that it ends in.</param>
internal sealed record FiscalYear(int StartMonth, bool IsNamedByStart)
{
    public static readonly FiscalYear Calendar = new(1, false);

    /// <summary>The first day of the fiscal year around the day.</summary>
    public DateOnly StartOf(DateOnly day) => new(day.Month >= StartMonth ? day.Year : day.Year - 1, StartMonth, 1);
}
