using SalesforcePS.Emulator.Soql.Binding;
using SalesforcePS.Emulator.Soql.Syntax;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Querying;

public sealed class RelativeDateTests
{
    /// <summary>A Wednesday.</summary>
    private static readonly DateOnly Today = new(2026, 11, 18);

    [Theory]
    [InlineData("YESTERDAY", 0, "2026-11-17", "2026-11-18")]
    [InlineData("TODAY", 0, "2026-11-18", "2026-11-19")]
    [InlineData("TOMORROW", 0, "2026-11-19", "2026-11-20")]
    [InlineData("LAST_WEEK", 0, "2026-11-08", "2026-11-15")]
    [InlineData("THIS_WEEK", 0, "2026-11-15", "2026-11-22")]
    [InlineData("NEXT_WEEK", 0, "2026-11-22", "2026-11-29")]
    [InlineData("LAST_MONTH", 0, "2026-10-01", "2026-11-01")]
    [InlineData("THIS_MONTH", 0, "2026-11-01", "2026-12-01")]
    [InlineData("NEXT_MONTH", 0, "2026-12-01", "2027-01-01")]
    [InlineData("LAST_90_DAYS", 0, "2026-08-20", "2026-11-19")]
    [InlineData("NEXT_90_DAYS", 0, "2026-11-19", "2027-02-17")]
    [InlineData("LAST_N_DAYS", 3, "2026-11-15", "2026-11-19")]
    [InlineData("NEXT_N_DAYS", 3, "2026-11-19", "2026-11-22")]
    [InlineData("N_DAYS_AGO", 3, "2026-11-15", "2026-11-16")]
    [InlineData("LAST_N_WEEKS", 2, "2026-11-01", "2026-11-15")]
    [InlineData("NEXT_N_WEEKS", 2, "2026-11-22", "2026-12-06")]
    [InlineData("N_WEEKS_AGO", 2, "2026-11-01", "2026-11-08")]
    [InlineData("LAST_N_MONTHS", 2, "2026-09-01", "2026-11-01")]
    [InlineData("NEXT_N_MONTHS", 2, "2026-12-01", "2027-02-01")]
    [InlineData("N_MONTHS_AGO", 12, "2025-11-01", "2025-12-01")]
    [InlineData("LAST_QUARTER", 0, "2026-07-01", "2026-10-01")]
    [InlineData("THIS_QUARTER", 0, "2026-10-01", "2027-01-01")]
    [InlineData("NEXT_QUARTER", 0, "2027-01-01", "2027-04-01")]
    [InlineData("LAST_N_QUARTERS", 2, "2026-04-01", "2026-10-01")]
    [InlineData("NEXT_N_QUARTERS", 1, "2027-01-01", "2027-04-01")]
    [InlineData("N_QUARTERS_AGO", 4, "2025-10-01", "2026-01-01")]
    [InlineData("LAST_YEAR", 0, "2025-01-01", "2026-01-01")]
    [InlineData("THIS_YEAR", 0, "2026-01-01", "2027-01-01")]
    [InlineData("NEXT_YEAR", 0, "2027-01-01", "2028-01-01")]
    [InlineData("LAST_N_YEARS", 2, "2024-01-01", "2026-01-01")]
    [InlineData("NEXT_N_YEARS", 2, "2027-01-01", "2029-01-01")]
    [InlineData("N_YEARS_AGO", 2, "2024-01-01", "2025-01-01")]
    [InlineData("THIS_FISCAL_QUARTER", 0, "2026-10-01", "2027-01-01")]
    [InlineData("LAST_FISCAL_YEAR", 0, "2025-01-01", "2026-01-01")]
    [InlineData("NEXT_N_FISCAL_QUARTERS", 6, "2027-01-01", "2028-07-01")]
    [InlineData("N_FISCAL_YEARS_AGO", 1, "2025-01-01", "2026-01-01")]
    public void Period_BeginsAndEndsWhereTheReferenceSays(string name, int count, string start, string end)
    {
        var literal = new RelativeDateLiteral(DatePeriod.Find(name)!, count, 0);
        Assert.Equal(
            (DateOnly.Parse(start, null), DateOnly.Parse(end, null)),
            new PeriodBinder(Today, DayOfWeek.Sunday, FiscalYear.Calendar).Resolve(literal));
    }

    [Theory]
    [InlineData("THIS_WEEK", 0, "2026-11-16", "2026-11-23")]
    [InlineData("N_WEEKS_AGO", 1, "2026-11-09", "2026-11-16")]
    [InlineData("THIS_FISCAL_YEAR", 0, "2026-04-01", "2027-04-01")]
    [InlineData("LAST_N_FISCAL_YEARS", 2, "2024-04-01", "2026-04-01")]
    [InlineData("THIS_FISCAL_QUARTER", 0, "2026-10-01", "2027-01-01")]
    [InlineData("THIS_QUARTER", 0, "2026-10-01", "2027-01-01")]
    public void Period_FollowsTheLocalesWeekAndTheOrgsFiscalYear(string name, int count, string start, string end) => Assert.Equal(
        (DateOnly.Parse(start, null), DateOnly.Parse(end, null)),
        new PeriodBinder(Today, DayOfWeek.Monday, new FiscalYear(4, false)).Resolve(new RelativeDateLiteral(DatePeriod.Find(name)!, count, 0)));

    [Theory]
    [InlineData(2, "2026-11-01", "2027-02-01")]
    [InlineData(3, "2026-09-01", "2026-12-01")]
    [InlineData(12, "2026-09-01", "2026-12-01")]
    public void FiscalQuarter_BeginsWithAMonthOfTheFiscalYear(int startMonth, string start, string end) => Assert.Equal(
        (DateOnly.Parse(start, null), DateOnly.Parse(end, null)),
        new PeriodBinder(Today, DayOfWeek.Sunday, new FiscalYear(startMonth, false)).Resolve(new RelativeDateLiteral(DatePeriod.Find("THIS_FISCAL_QUARTER")!, 0, 0)));

    [Theory]
    [InlineData("= TODAY", "now")]
    [InlineData("!= TODAY", "before", "after", "never")]
    [InlineData("< TODAY", "before")]
    [InlineData("<= TODAY", "before", "now")]
    [InlineData("> TODAY", "after")]
    [InlineData(">= TODAY", "now", "after")]
    [InlineData("IN (TODAY, YESTERDAY)", "before", "now")]
    [InlineData("NOT IN (TODAY, YESTERDAY)", "after", "never")]
    public void Comparison_TakesThePeriodAsAWhole(string comparison, params string[] expected)
    {
        using var org = new QueryOrg();
        var midnight = new DateTimeOffset(org.Records.Time.Now.Date, TimeSpan.Zero);
        (string Name, DateTimeOffset? Moment)[] samples =
            [("before", midnight.AddSeconds(-1)), ("now", midnight), ("after", midnight.AddDays(1)), ("never", null)];
        foreach (var (name, moment) in samples)
        {
            org.Create(
                "Sample__c", ("Name", name), ("Moment__c", moment?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null)), ("Day__c", moment?.ToString("yyyy-MM-dd", null)));
        }
        Assert.Equal(expected, org.Values($"SELECT Name FROM Sample__c WHERE Moment__c {comparison} ORDER BY Id"));
        Assert.Equal(expected, org.Values($"SELECT Name FROM Sample__c WHERE Day__c {comparison} ORDER BY Id"));
    }
}
