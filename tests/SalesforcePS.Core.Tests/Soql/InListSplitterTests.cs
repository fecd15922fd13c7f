using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Soql;
using Xunit;

namespace SalesforcePS.Core.Tests.Soql;

public sealed class InListSplitterTests
{
    private static readonly string[] Ids = [.. Enumerable.Range(0, 2000).Select(i => $"'001000000{i:D6}AAA'")];

    [Fact]
    public void ShortQuery_StaysAsItIs()
    {
        const string soql = "SELECT Id FROM Account WHERE Id IN ('a','b') ORDER BY Name";

        Assert.Equal([soql], InListSplitter.Split(soql));
    }

    [Fact]
    public void Parts_FitTheRequestAndHoldEveryValueOnce()
    {
        var parts = InListSplitter.Split($"SELECT Id FROM Account WHERE Name != 'x' AND Id IN ({string.Join(", ", Ids)}) AND Phone = null");

        Assert.True(parts.Count > 1);
        Assert.All(parts, part => Assert.True(Uri.EscapeDataString(part).Length <= 14_000));
        Assert.All(parts, part => Assert.StartsWith("SELECT Id FROM Account WHERE Name != 'x' AND Id IN ('", part, StringComparison.Ordinal));
        Assert.All(parts, part => Assert.EndsWith(") AND Phone = null", part, StringComparison.Ordinal));
        Assert.Equal(Ids.Order(), parts.SelectMany(Values).Order());
    }

    [Fact]
    public void ValueGivenTwice_IsAskedForOnce() =>
        Assert.Equal(Ids.Order(), InListSplitter.Split($"SELECT Id FROM Account WHERE Id IN ({string.Join(',', Ids.Concat(Ids))})").SelectMany(Values).Order());

    [Theory]
    [InlineData("'acme'", "'ACME'")]
    [InlineData("'acme'", "' acme '")]
    [InlineData("'0010000000000AB'", "'0010000000000ABCCC'")]
    [InlineData("5", "5.0")]
    [InlineData("-7", "-7.00")]
    [InlineData("2026-01-31T12:00:00Z", "2026-01-31T13:00:00+01:00")]
    public void ValuesThatSalesforceTakesForEqual_StayTogether(string first, string second)
    {
        var parts = InListSplitter.Split($"SELECT Id FROM Account WHERE Id IN ({first},{string.Join(',', Ids)},{second})");

        var part = Assert.Single(parts, part => Values(part).Contains(first));
        Assert.Contains(second, Values(part));
        Assert.Equal(Ids.Append(first).Append(second).Order(), parts.SelectMany(Values).Order());
    }

    [Fact]
    public void LongestList_IsTheOneThatIsSplit()
    {
        var many = string.Join(',', Enumerable.Range(0, 400));
        var few = Enumerable.Range(0, 100).Select(i => $"'{new string('x', 200)}{i:D3}'").ToArray();

        var parts = InListSplitter.Split($"SELECT Id FROM Account WHERE Rating__c IN ({many}) AND Name IN ({string.Join(',', few)})");

        Assert.All(parts, part => Assert.Contains($"({many})", part, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("SELECT Id FROM Account WHERE Id IN ({0}) ORDER BY Name", "it has ORDER")]
    [InlineData("SELECT Id FROM Account WHERE Id IN ({0}) LIMIT 10", "it has LIMIT")]
    [InlineData("SELECT Id FROM Account WHERE Id IN ({0}) OFFSET 10", "it has OFFSET")]
    [InlineData("SELECT Name FROM Account WHERE Id IN ({0}) GROUP BY Name", "it has GROUP")]
    [InlineData("SELECT Id FROM Account WHERE Id IN ({0}) OR Name = 'x'", "it has OR")]
    [InlineData("SELECT Id FROM Account WHERE NOT Id IN ({0})", "it has NOT")]
    [InlineData("SELECT MAX(Name) FROM Account WHERE Id IN ({0})", "it has MAX()")]
    [InlineData("SELECT COUNT(Id) FROM Account WHERE Id IN ({0})", "it has COUNT()")]
    [InlineData("SELECT FORMAT(MIN(CreatedDate)) FROM Account WHERE Id IN ({0})", "it has MIN()")]
    [InlineData("SELECT Id FROM Account WHERE Id NOT IN ({0})", "no list behind IN")]
    [InlineData("SELECT Id FROM Account WHERE NOT (Id IN ({0}))", "it has NOT")]
    [InlineData("SELECT Id FROM Account WHERE (Id IN ({0}))", "no list behind IN")]
    [InlineData("SELECT Id, (SELECT Id FROM Contacts WHERE Id IN ({0})) FROM Account", "no list behind IN")]
    [InlineData("SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact WHERE Id IN ({0}))", "no list behind IN")]
    public void QueryWhosePartsWouldMeanSomethingElse_IsRefused(string soql, string why)
    {
        var refused = Assert.Throws<SalesforceException>(
            () => InListSplitter.Split(soql.Replace("{0}", string.Join(',', Ids), StringComparison.Ordinal)));

        Assert.Equal("QUERY_TOO_LONG", refused.ErrorCode);
        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SELECT Id FROM Order WHERE Id IN ({0})")]
    [InlineData("SELECT Id FROM Group WHERE Id IN ({0})")]
    [InlineData("SELECT COUNT() FROM Account WHERE Id IN ({0})")]
    [InlineData("SELECT Id, (SELECT Id FROM Contacts ORDER BY Name LIMIT 5) FROM Account WHERE (A__c = 1 OR B__c = 2) AND C__c NOT IN (1) AND Id IN ({0})")]
    public void QueryWhosePartsMeanTheSame_IsSplit(string soql) =>
        Assert.Equal(
            Ids.Order(),
            InListSplitter.Split(soql.Replace("{0}", string.Join(',', Ids), StringComparison.Ordinal)).SelectMany(Values).Order());

    [Theory]
    [InlineData(20_000)]
    [InlineData(20)]
    public void ValueThatDoesNotFit_IsRefusedByName(int length)
    {
        var condition = $"Name != '{new string('y', 20_020 - length)}' AND Name IN ('a','{new string('x', length)}')";

        var refused = Assert.Throws<SalesforceException>(() => InListSplitter.Split($"SELECT Id FROM Account WHERE {condition}"));

        Assert.Equal("QUERY_TOO_LONG", refused.ErrorCode);
        Assert.Contains("does not fit", refused.Message, StringComparison.Ordinal);
    }

    private static string[] Values(string part) => InListReader.Read(part).Lists.MaxBy(list => list.Items.Count)!.Items.ToArray();
}
