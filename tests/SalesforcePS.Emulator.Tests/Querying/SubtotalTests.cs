using System.Text.Json;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Querying;

public sealed class SubtotalTests : IDisposable
{
    private readonly QueryOrg org = new();

    public SubtotalTests()
    {
        Lead("Web", "Hot");
        Lead("Web", "Warm");
        Lead("Web", null);
        Lead("Partner Referral", "Hot");
        Lead(null, "Hot");
    }

    public void Dispose() => org.Dispose();

    [Fact]
    public void Rollup_TotalsFromRightToLeft() => Assert.Equal(
        [
            "null|Hot|0|0|1", "null|null|0|1|1",
            "Web|null|0|0|1", "Web|Hot|0|0|1", "Web|Warm|0|0|1", "Web|null|0|1|3",
            "Partner Referral|Hot|0|0|1", "Partner Referral|null|0|1|1",
            "null|null|1|1|5",
        ],
        Rows("SELECT LeadSource, Rating, GROUPING(LeadSource) ls, GROUPING(Rating) r, COUNT(Id) FROM Lead GROUP BY ROLLUP(LeadSource, Rating)"));

    [Fact]
    public void Cube_TotalsEveryCombination() => Assert.Equal(
        [
            "null|Hot|0|0|1", "Web|null|0|0|1", "Web|Hot|0|0|1", "Web|Warm|0|0|1", "Partner Referral|Hot|0|0|1",
            "null|null|0|1|1", "Web|null|0|1|3", "Partner Referral|null|0|1|1",
            "null|null|1|0|1", "null|Hot|1|0|3", "null|Warm|1|0|1",
            "null|null|1|1|5",
        ],
        Rows(
            "SELECT LeadSource, Rating, GROUPING(LeadSource) ls, GROUPING(Rating) r, COUNT(Id) FROM Lead GROUP BY CUBE(LeadSource, Rating) "
            + "ORDER BY GROUPING(LeadSource), GROUPING(Rating)"));

    [Fact]
    public void Having_Limit_AndOrder_CountForAllRows()
    {
        Assert.Equal(["null|5", "Web|3"], Rows("SELECT LeadSource, COUNT(Id) cnt FROM Lead GROUP BY ROLLUP(LeadSource) HAVING COUNT(Id) > 2 ORDER BY COUNT(Id) DESC"));
        Assert.Equal(["null|5"], Rows("SELECT LeadSource, COUNT(Id) cnt FROM Lead GROUP BY ROLLUP(LeadSource) ORDER BY COUNT(Id) DESC LIMIT 1"));
        Assert.Equal(["null|5"], Rows("SELECT LeadSource, COUNT(Id) cnt FROM Lead GROUP BY ROLLUP(LeadSource) HAVING GROUPING(LeadSource) = 1"));
    }

    [Fact]
    public void AggregatesOfAGroupedField_AreNotTotalledAway() =>
        Assert.Equal(["null|1", "Web|3", "Partner Referral|1", "null|5"], [.. Rows(
            "SELECT LeadSource, COUNT(Id), COUNT(LeadSource) FROM Lead GROUP BY ROLLUP(LeadSource)").Select(row => row[..row.LastIndexOf('|')])]);

    [Fact]
    public void DateFunctions_RollUp() => Assert.Equal(
        ["2026|11|5", "2026|null|5", "null|null|5"],
        Rows("SELECT CALENDAR_YEAR(CreatedDate) y, CALENDAR_MONTH(CreatedDate) m, COUNT(Id) FROM Lead GROUP BY ROLLUP(CALENDAR_YEAR(CreatedDate), CALENDAR_MONTH(CreatedDate))"));

    private void Lead(string? source, string? rating) =>
        org.Create("Lead", ("LastName", "l"), ("Company", "c"), ("LeadSource", source), ("Rating", rating));

    private string[] Rows(string soql) => [.. org.Json(soql).GetProperty("records").EnumerateArray()
        .Select(row => string.Join('|', row.EnumerateObject().Skip(1).Select(cell => cell.Value.ValueKind == JsonValueKind.Null ? "null" : cell.Value.ToString())))];
}
