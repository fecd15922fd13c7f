using System.Text.Json;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Querying;

public sealed class AggregateTests : IDisposable
{
    private readonly QueryOrg org = new();

    public AggregateTests()
    {
        var account = org.Create("Account", ("Name", "Acme"));
        org.Create("Opportunity", ("Name", "o1"), ("AccountId", account), ("StageName", "Prospecting"), ("CloseDate", "2026-01-10"), ("Amount", 100));
        org.Create("Opportunity", ("Name", "o2"), ("AccountId", account), ("StageName", "Prospecting"), ("CloseDate", "2026-05-10"), ("Amount", 200));
        org.Create("Opportunity", ("Name", "o3"), ("StageName", "Qualification"), ("CloseDate", "2025-05-10"));
    }

    public void Dispose() => org.Dispose();

    [Fact]
    public void Count_GivesANumberAndNoRecords() =>
        Assert.Equal("""{"totalSize":3,"done":true,"records":[]}""", QueryOrg.Text(org.Query("select count() from Opportunity")));

    [Fact]
    public void Aggregates_AreOneRowWithNumberedNames() => Assert.Equal(
        """{"totalSize":1,"done":true,"records":[{"attributes":{"type":"AggregateResult"},"expr0":3,"expr1":2,"total":300.0,"expr2":150.0,"expr3":100.0,"last":"2026-05-10","expr4":2}]}""",
        QueryOrg.Text(org.Query("SELECT COUNT(Id), COUNT(Amount), SUM(Amount) total, AVG(Amount), MIN(Amount), MAX(CloseDate) last, COUNT_DISTINCT(StageName) FROM Opportunity")));

    [Fact]
    public void AggregatesOfNothing_AreNull() => Assert.Equal(
        """{"attributes":{"type":"AggregateResult"},"expr0":0,"expr1":null}""",
        Only("SELECT COUNT(Id), SUM(Amount) FROM Opportunity WHERE Name = 'none'").GetRawText());

    [Fact]
    public void Groups_ShowTheirFieldsAndAggregates() => Assert.Equal(
        [
            """{"attributes":{"type":"AggregateResult"},"StageName":"Prospecting","cnt":2,"expr0":300.0}""",
            """{"attributes":{"type":"AggregateResult"},"StageName":"Qualification","cnt":1,"expr0":null}""",
        ],
        Rows("SELECT StageName, COUNT(Id) cnt, SUM(Amount) FROM Opportunity GROUP BY StageName ORDER BY StageName"));

    [Fact]
    public void GroupingByAParentsField_FlattensIt() => Assert.Equal(
        [
            """{"attributes":{"type":"AggregateResult"},"Name":null,"expr0":1}""",
            """{"attributes":{"type":"AggregateResult"},"Name":"Acme","expr0":2}""",
        ],
        Rows("SELECT Account.Name, COUNT(Id) FROM Opportunity GROUP BY Account.Name ORDER BY COUNT(Id)"));

    [Fact]
    public void Having_LeavesGroupsOut()
    {
        Assert.Equal(["Prospecting"], org.Values("SELECT StageName FROM Opportunity GROUP BY StageName HAVING COUNT(Id) > 1"));
        Assert.Equal(["Qualification"], org.Values("SELECT StageName FROM Opportunity GROUP BY StageName HAVING StageName LIKE 'q%' AND SUM(Amount) = null"));
    }

    [Fact]
    public void DateFunctions_Group()
    {
        Assert.Equal(["2025", "2026"], org.Values("SELECT CALENDAR_YEAR(CloseDate) y FROM Opportunity GROUP BY CALENDAR_YEAR(CloseDate) ORDER BY CALENDAR_YEAR(CloseDate)"));
        Assert.Equal(
            """{"attributes":{"type":"AggregateResult"},"expr0":2026,"expr1":4,"expr2":1,"expr3":11,"expr4":22,"expr5":8,"expr6":4,"expr7":47,"expr8":"2026-11-22"}""",
            Only("SELECT FISCAL_YEAR(CreatedDate), CALENDAR_QUARTER(CreatedDate), DAY_IN_WEEK(CreatedDate), CALENDAR_MONTH(CreatedDate), DAY_IN_MONTH(CreatedDate), "
                + "HOUR_IN_DAY(convertTimezone(CreatedDate)), WEEK_IN_MONTH(CreatedDate), WEEK_IN_YEAR(CreatedDate), DAY_ONLY(CreatedDate) FROM Opportunity "
                + "GROUP BY FISCAL_YEAR(CreatedDate), CALENDAR_QUARTER(CreatedDate), DAY_IN_WEEK(CreatedDate), CALENDAR_MONTH(CreatedDate), DAY_IN_MONTH(CreatedDate), "
                + "HOUR_IN_DAY(convertTimezone(CreatedDate)), WEEK_IN_MONTH(CreatedDate), WEEK_IN_YEAR(CreatedDate), DAY_ONLY(CreatedDate)").GetRawText());
    }

    [Fact]
    public void TooManyGroups_AreRefused()
    {
        org.CreateMany("Account", 201, index => [("Name", $"a{index}")]);
        var exception = Assert.Throws<ApiException>(() => org.Query("SELECT Name, COUNT(Id) FROM Account GROUP BY Name", batchSize: 200));
        Assert.Equal("EXCEEDED_ID_LIMIT", exception.ErrorCode);
        Assert.Equal(200, org.Query("SELECT Name, COUNT(Id) FROM Account GROUP BY Name LIMIT 200", batchSize: 200).TotalSize);
    }

    private JsonElement Only(string soql) => Assert.Single(org.Json(soql).GetProperty("records").EnumerateArray());

    private string[] Rows(string soql) => [.. org.Json(soql).GetProperty("records").EnumerateArray().Select(row => row.GetRawText())];
}
