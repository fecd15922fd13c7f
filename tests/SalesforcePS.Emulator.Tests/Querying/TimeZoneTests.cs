using Xunit;

namespace SalesforcePS.Emulator.Tests.Querying;

/// <summary>The clock stands at a Sunday, 2026-11-22 08:00 UTC or so; Tokyo is nine hours ahead, Los Angeles eight behind.</summary>
public sealed class TimeZoneTests : IDisposable
{
    private readonly QueryOrg org = new();

    public TimeZoneTests()
    {
        foreach (var moment in (string[])["2026-11-21T14:59:00Z", "2026-11-21T15:00:00Z", "2026-11-22T07:59:00Z", "2026-11-22T08:00:00Z", "2026-11-22T15:00:00Z"])
            org.Create("Sample__c", ("Name", moment), ("Moment__c", moment), ("Day__c", moment[..10]));
        org.Records.Time.Now = new DateTimeOffset(2026, 11, 22, 8, 30, 0, TimeSpan.Zero);
    }

    public void Dispose() => org.Dispose();

    [Theory]
    [InlineData("Asia/Tokyo", "2026-11-21T15:00:00Z", "2026-11-22T07:59:00Z", "2026-11-22T08:00:00Z")]
    [InlineData("America/Los_Angeles", "2026-11-22T08:00:00Z", "2026-11-22T15:00:00Z")]
    [InlineData("GMT", "2026-11-22T07:59:00Z", "2026-11-22T08:00:00Z", "2026-11-22T15:00:00Z")]
    public void Today_IsTheUsersDay(string zone, params string[] expected)
    {
        org.Records.Update("User", QueryOrg.UserId, ("TimeZoneSidKey", zone));
        Assert.Equal(expected, org.Values("SELECT Name FROM Sample__c WHERE Moment__c = TODAY ORDER BY Name"));
    }

    [Fact]
    public void Date_IsComparedWithTheUsersDay()
    {
        org.Records.Time.Now = new DateTimeOffset(2026, 11, 21, 20, 0, 0, TimeSpan.Zero);
        org.Records.Update("User", QueryOrg.UserId, ("TimeZoneSidKey", "Asia/Tokyo"));
        Assert.Equal(3, org.Values("SELECT Name FROM Sample__c WHERE Day__c = TODAY").Length);
        org.Records.Update("User", QueryOrg.UserId, ("TimeZoneSidKey", "GMT"));
        Assert.Equal(2, org.Values("SELECT Name FROM Sample__c WHERE Day__c = TODAY").Length);
    }

    [Fact]
    public void DateFunctions_CountInUtcUnlessConverted()
    {
        org.Records.Update("User", QueryOrg.UserId, ("TimeZoneSidKey", "America/Los_Angeles"));
        Assert.Equal(["7"], org.Values("SELECT HOUR_IN_DAY(Moment__c) h FROM Sample__c WHERE Name = '2026-11-22T07:59:00Z' GROUP BY HOUR_IN_DAY(Moment__c)"));
        Assert.Equal(["23"], org.Values(
            "SELECT HOUR_IN_DAY(convertTimezone(Moment__c)) h FROM Sample__c WHERE Name = '2026-11-22T07:59:00Z' GROUP BY HOUR_IN_DAY(convertTimezone(Moment__c))"));
        Assert.Equal(
            ["2026-11-21T14:59:00Z", "2026-11-21T15:00:00Z", "2026-11-22T07:59:00Z"],
            org.Values("SELECT Name FROM Sample__c WHERE DAY_ONLY(convertTimezone(Moment__c)) = 2026-11-21 ORDER BY Name"));
        Assert.Equal(
            ["2026-11-21T14:59:00Z", "2026-11-21T15:00:00Z"],
            org.Values("SELECT Name FROM Sample__c WHERE DAY_ONLY(Moment__c) = YESTERDAY ORDER BY Name"));
    }

    [Fact]
    public void SummerTime_IsMinded()
    {
        org.Records.Update("User", QueryOrg.UserId, ("TimeZoneSidKey", "America/Los_Angeles"));
        org.Create("Sample__c", ("Name", "summer"), ("Moment__c", "2026-07-01T08:00:00Z"));
        Assert.Equal(["1"], org.Values("SELECT HOUR_IN_DAY(convertTimezone(Moment__c)) h FROM Sample__c WHERE Name = 'summer' GROUP BY HOUR_IN_DAY(convertTimezone(Moment__c))"));
    }

    [Theory]
    [InlineData(false, "2027", "9", "3")]
    [InlineData(true, "2026", "9", "3")]
    public void FiscalFunctions_FollowTheOrgsFiscalYear(bool namedByStart, string year, string month, string quarter)
    {
        org.SetFiscalYear(3, namedByStart);
        Assert.Equal(
            [year, month, quarter],
            [.. org.Json(
                "SELECT FISCAL_YEAR(Day__c) y, FISCAL_MONTH(Day__c) m, FISCAL_QUARTER(Day__c) q FROM Sample__c GROUP BY FISCAL_YEAR(Day__c), FISCAL_MONTH(Day__c), FISCAL_QUARTER(Day__c)")
                .GetProperty("records")[0].EnumerateObject().Skip(1).Select(cell => cell.Value.ToString())]);
        Assert.Equal(5, org.Values("SELECT Name FROM Sample__c WHERE Day__c = THIS_FISCAL_QUARTER AND Moment__c = THIS_FISCAL_YEAR").Length);
    }

    [Fact]
    public void Weeks_BeginAsTheUsersLocaleHasThem()
    {
        Assert.Equal(3, org.Values("SELECT Name FROM Sample__c WHERE Day__c = THIS_WEEK").Length);
        org.Records.Update("User", QueryOrg.UserId, ("LocaleSidKey", "de_DE"));
        Assert.Equal(5, org.Values("SELECT Name FROM Sample__c WHERE Day__c = THIS_WEEK").Length);
    }
}
