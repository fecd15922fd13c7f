using System.Net;
using System.Text.Json;
using Xunit;
using static SalesforcePS.Emulator.Tests.Recorded.RecordedFile;

namespace SalesforcePS.Emulator.Tests.Recorded;

public sealed class QueryTests
{
    [Fact]
    [Recorded(Restforce + "sobject__query_success_response.json")]
    public async Task ParentAndChildren_AnswersAsRecorded()
    {
        await using var server = await WhizbangOrg.StartAsync();
        var parent = await WhizbangOrg.CreateAsync(server);
        var id = await WhizbangOrg.CreateAsync(server, parent);
        await WhizbangOrg.CreateAsync(server, id);

        var answer = await server.GetAsync(Query(
            "SELECT Checkbox_Label__c, Text_Label__c, Date_Label__c, DateTime_Label__c, Picklist_Multiselect_Label__c, ParentWhizbang__r.Name, "
            + $"ParentWhizbang__r.Text_Label__c, (SELECT Name FROM Whizbangs__r) FROM Whizbang__c WHERE Id = '{id}'"));

        JsonShape.AssertSame(Json(Restforce + "sobject__query_success_response.json"), WhizbangOrg.WithoutSuffixes(answer.Json));
    }

    [Theory]
    [Recorded(Restforce + "sobject__query_empty_response.json")]
    [Recorded(NetCoreForce + "query_empty_result.json")]
    [InlineData(Restforce + "sobject__query_empty_response.json")]
    [InlineData(NetCoreForce + "query_empty_result.json")]
    public async Task NothingFound_AnswersAsRecorded(string file)
    {
        await using var server = await WhizbangOrg.StartAsync();

        Assert.Equal(JsonSerializer.Serialize(Json(file)), (await server.GetAsync(Query("SELECT Id FROM Case"))).Text);
    }

    [Fact]
    [Recorded(Restforce + "sobject__query_error_response.json")]
    public async Task UnknownField_AnswersAsRecorded()
    {
        await using var server = await WhizbangOrg.StartAsync();

        var answer = await server.GetAsync(Query("SELECT Nothing FROM Case"));

        Assert.Equal((HttpStatusCode.BadRequest, "INVALID_FIELD"), (answer.Status, answer.ErrorCode));
        JsonShape.AssertSame(Json(Restforce + "sobject__query_error_response.json")[0], answer.Json[0], isOrdered: true);
    }

    [Fact]
    [Recorded(Restforce + "sobject__org_query_response.json")]
    public async Task Organization_AnswersAsRecorded()
    {
        await using var server = await WhizbangOrg.StartAsync();

        JsonShape.AssertSame(Json(Restforce + "sobject__org_query_response.json"), (await server.GetAsync(Query("SELECT Id FROM Organization"))).Json, isOrdered: true);
    }

    [Fact]
    [Recorded(Restforce + "sobject__query_aggregate_success_response.json")]
    public async Task Aggregate_AnswersAsRecorded()
    {
        await using var server = await WhizbangOrg.StartAsync();
        var campaign = await server.CreateAsync("Campaign", new { Name = "C" });
        foreach (var amount in new[] { 100, 200 })
            await server.CreateAsync("Opportunity", new { Name = "O", StageName = "Prospecting", CloseDate = "2026-01-01", Amount = amount, CampaignId = campaign });
        await server.CreateAsync("Opportunity", new { Name = "O", StageName = "Prospecting", CloseDate = "2026-01-01", Amount = 400 });

        var answer = await server.GetAsync(Query("SELECT CampaignId, SUM(Amount) FROM Opportunity GROUP BY CampaignId ORDER BY CampaignId NULLS LAST"));

        JsonShape.AssertSame(Json(Restforce + "sobject__query_aggregate_success_response.json"), answer.Json, isOrdered: true);
        Assert.Equal("300.0", answer.Json.GetProperty("records")[0].GetProperty("expr0").GetRawText());
    }

    [Fact]
    [Recorded(Restforce + "sobject__query_paginated_first_page_response.json")]
    [Recorded(Restforce + "sobject__query_paginated_last_page_response.json")]
    [Recorded(NetCoreForce + "querybatch__batch-1.json")]
    [Recorded(NetCoreForce + "querybatch__batch-2.json")]
    [Recorded(NetCoreForce + "querybatch__batch-3.json")]
    [Recorded(NetCoreForce + "querybatch__batch-4.json")]
    public async Task Pages_AnswersAsRecorded()
    {
        await using var server = await WhizbangOrg.StartAsync();
        var records = Enumerable.Range(0, 200).Select(index => new { attributes = new { type = "Contact" }, LastName = $"L{index}" }).ToArray();
        for (var call = 0; call < 4; call++)
            await server.PostAsync("composite/sobjects", new { records });

        var page = await server.GetAsync(Query("SELECT Id FROM Contact"), ("Sforce-Query-Options", "batchSize=200"));
        JsonShape.AssertContains(Without(Json(Restforce + "sobject__query_paginated_first_page_response.json")), page.Json, isOrdered: true);
        for (var number = 1; number <= 4; number++)
        {
            var recorded = Json($"{NetCoreForce}querybatch__batch-{number}.json");
            JsonShape.AssertSame(recorded, page.Json, isOrdered: true);
            Assert.Equal(recorded.GetProperty("records").GetArrayLength(), page.Json.GetProperty("records").GetArrayLength());
            Assert.Equal(recorded.GetProperty("totalSize").GetInt32(), page.Json.GetProperty("totalSize").GetInt32());
            if (page.Json.TryGetProperty("nextRecordsUrl", out var next))
                page = await server.GetAsync(next.GetString()!);
        }

        JsonShape.AssertContains(Without(Json(Restforce + "sobject__query_paginated_last_page_response.json")), page.Json, isOrdered: true);
    }

    [Fact]
    [Recorded(NetCoreForce + "count_query.json")]
    public async Task Count_AnswersAsRecorded()
    {
        await using var server = await WhizbangOrg.StartAsync();

        var answer = await server.GetAsync(Query("SELECT COUNT() FROM User"));

        JsonShape.AssertSame(Json(NetCoreForce + "count_query.json"), answer.Json, isOrdered: true);
        Assert.Equal("[]", answer.Json.GetProperty("records").GetRawText());
    }

    [Theory]
    [Recorded(NetCoreForce + "query_case_result.json")]
    [Recorded(NetCoreForce + "query_case_single_result.json")]
    [InlineData("query_case_result.json")]
    [InlineData("query_case_single_result.json")]
    public async Task CasesWithTheirParents_AnswersAsRecorded(string file)
    {
        await using var server = await WhizbangOrg.StartAsync();
        var account = await server.CreateAsync("Account", new { Name = "A" });
        var contact = await server.CreateAsync("Contact", new { LastName = "L", AccountId = account });
        await server.CreateAsync("Case", new { Subject = "S", AccountId = account, ContactId = contact });

        var answer = await server.GetAsync(Query("SELECT Id, CaseNumber, SystemModstamp, Account.Name, Account.SystemModstamp, Contact.Name, Contact.SystemModstamp FROM Case"));

        JsonShape.AssertSame(Json(NetCoreForce + file), answer.Json, isOrdered: true);
        Assert.Matches("^[0-9]{8}$", answer.Json.GetProperty("records")[0].GetProperty("CaseNumber").GetString());
    }

    [Fact]
    [Recorded(Restforce + "sobject__search_success_response.json")]
    public async Task Search_AnswersAsRecorded()
    {
        await using var server = await WhizbangOrg.StartAsync();
        await server.CreateAsync("Account", new { Name = "Searched" });

        var answer = await server.GetAsync($"/services/data/v36.0/search?q={Uri.EscapeDataString("FIND {Searched} RETURNING Account")}");

        JsonShape.AssertSame(Json(Restforce + "sobject__search_success_response.json"), answer.Json);
        JsonShape.AssertSame(Json(Restforce + "sobject__search_success_response.json")[0], answer.Json[0], isOrdered: true);
    }

    [Fact]
    [Recorded(Restforce + "sobject__search_error_response.json")]
    public async Task SearchWithoutBraces_AnswersAsRecorded()
    {
        await using var server = await WhizbangOrg.StartAsync();

        var answer = await server.GetAsync($"search?q={Uri.EscapeDataString("FIND bar")}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(JsonSerializer.Serialize(Json(Restforce + "sobject__search_error_response.json")), answer.Text);
    }

    /// <summary>The page without the fields of its records, which are those of another object.</summary>
    private static JsonElement Without(JsonElement page) => JsonSerializer.SerializeToElement(page.EnumerateObject()
        .ToDictionary(member => member.Name, member => member.Name == "records" ? JsonSerializer.SerializeToElement(new[] { new { attributes = member.Value[0].GetProperty("attributes") } }) : member.Value));

    private static string Query(string soql) => $"query?q={Uri.EscapeDataString(soql)}";
}
