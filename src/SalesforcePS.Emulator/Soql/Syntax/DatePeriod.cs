namespace SalesforcePS.Emulator.Soql.Syntax;

/// <summary>The name of a relative date; a counted one is followed by a number.</summary>
internal sealed record DatePeriod(string Name, bool Counted)
{
    private static readonly Dictionary<string, DatePeriod> ByName = Periods()
        .ToDictionary(period => period.Name, StringComparer.OrdinalIgnoreCase);

    public static DatePeriod? Find(string name) => ByName.GetValueOrDefault(name);

    private static IEnumerable<DatePeriod> Periods()
    {
        string[] days = ["YESTERDAY", "TODAY", "TOMORROW", "LAST_90_DAYS", "NEXT_90_DAYS"];
        foreach (var day in days)
            yield return new DatePeriod(day, false);
        string[] units = ["WEEK", "MONTH", "QUARTER", "YEAR", "FISCAL_QUARTER", "FISCAL_YEAR"];
        foreach (var unit in units)
        {
            yield return new DatePeriod("LAST_" + unit, false);
            yield return new DatePeriod("THIS_" + unit, false);
            yield return new DatePeriod("NEXT_" + unit, false);
        }
        foreach (var unit in units.Prepend("DAY"))
        {
            yield return new DatePeriod($"LAST_N_{unit}S", true);
            yield return new DatePeriod($"NEXT_N_{unit}S", true);
            yield return new DatePeriod($"N_{unit}S_AGO", true);
        }
    }
}
