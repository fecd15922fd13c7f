using Xunit;

namespace SalesforcePS.Emulator.Tests.Rest;

public sealed class ExplainTests
{
    [Fact]
    public async Task Plans_HaveTheNumbersOfTheRecords()
    {
        await using var server = await EmulatorServer.StartAsync();
        foreach (var (name, site) in ((string, string)[])[("a", "x"), ("b", "x"), ("c", "y")])
            await server.CreateAsync("Account", new { Name = name, Site = site });
        const string Soql = "SELECT Id FROM Account WHERE Name = 'a' AND Site = 'x'";
        var answer = await server.GetAsync($"query?explain={Uri.EscapeDataString(Soql)}");
        Assert.Equal(
            """{"plans":["""
            + """{"cardinality":1,"fields":["Name"],"leadingOperationType":"Index","notes":[{"description":"Not considering filter for optimization because unindexed","fields":["Site"],"tableEnumOrId":"Account"},{"description":"Not considering filter for optimization because unindexed","fields":["IsDeleted"],"tableEnumOrId":"Account"}],"relativeCost":0.0,"sobjectCardinality":3,"sobjectType":"Account"},"""
            + """{"cardinality":1,"fields":[],"leadingOperationType":"TableScan","notes":[{"description":"Not considering filter for optimization because unindexed","fields":["Site"],"tableEnumOrId":"Account"},{"description":"Not considering filter for optimization because unindexed","fields":["IsDeleted"],"tableEnumOrId":"Account"}],"relativeCost":0.65,"sobjectCardinality":3,"sobjectType":"Account"}"""
            + $$"""],"sourceQuery":"{{Soql}}"}""",
            answer.Text);
    }

    [Theory]
    [InlineData("CreatedDate = TODAY AND NumberOfEmployees > 10", "CreatedDate")]
    [InlineData("Id IN ('001gL0000000101', '001gL0000000102')", "Id")]
    [InlineData("Name = 'a' OR OwnerId = '005gL0000000001'", "Name", "OwnerId")]
    [InlineData("ParentId = '001gL0000000101'", "ParentId")]
    [InlineData("Name LIKE 'a%'", "Name")]
    [InlineData("Name LIKE '%a'")]
    [InlineData("Name != 'a'")]
    [InlineData("Name = 'a' OR Site = 'b'")]
    public async Task LeadingPlan_UsesAnIndexWhereOneHelps(string condition, params string[] fields)
    {
        await using var server = await EmulatorServer.StartAsync();
        var plan = (await server.GetAsync($"query?explain={Uri.EscapeDataString($"SELECT Id FROM Account WHERE {condition}")}")).Json.GetProperty("plans")[0];
        Assert.Equal(fields, plan.GetProperty("fields").EnumerateArray().Select(field => field.GetString()));
        Assert.Equal(fields.Length == 0 ? "TableScan" : "Index", plan.GetProperty("leadingOperationType").GetString());
    }

    [Fact]
    public async Task UnselectiveIndex_CostsMoreThanOne()
    {
        await using var server = await EmulatorServer.StartAsync();
        for (var batch = 0; batch < 6; batch++)
        {
            var records = Enumerable.Range(0, 200).Select(index => new { attributes = new { type = "Account" }, Name = index % 2 == 0 ? "even" : $"odd {batch} {index}" });
            await server.PostAsync("composite/sobjects", new { records });
        }
        Assert.InRange(await CostAsync("even"), 1.6, 1.7);
        Assert.InRange(await CostAsync("odd 1 1"), 0.001, 0.01);

        async Task<double> CostAsync(string name)
        {
            var answer = await server.GetAsync($"query?explain=SELECT+Id+FROM+Account+WHERE+Name='{name}'");
            return answer.Json.GetProperty("plans").EnumerateArray().Single(plan => plan.GetProperty("leadingOperationType").GetString() == "Index")
                .GetProperty("relativeCost").GetDouble();
        }
    }

    [Fact]
    public async Task WrongQuery_IsRefused()
    {
        await using var server = await EmulatorServer.StartAsync();
        Assert.Equal("MALFORMED_QUERY", (await server.GetAsync("query?explain=SELEKT")).ErrorCode);
        Assert.Equal("INVALID_ID", (await server.GetAsync("query?explain=00OgL0000000001")).ErrorCode);
    }
}
