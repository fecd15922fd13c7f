using System.Net;
using System.Text.Json;
using SalesforcePS.Emulator.Tests.Support;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Rest;

public sealed class CollectionTests
{
    private static readonly object Good = new { attributes = new { type = "Account" }, Name = "A" };
    private static readonly object Bad = new { attributes = new { type = "Account" }, Phone = "1" };

    [Fact]
    public async Task Create_AnswersInOrderWithTheErrorsOfEach()
    {
        await using var server = await EmulatorServer.StartAsync();

        var answer = await server.PostAsync("composite/sobjects", new { records = new[] { Good, Bad } });

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.True(answer.Json[0].GetProperty("success").GetBoolean());
        Assert.Equal(
            """{"success":false,"errors":[{"statusCode":"REQUIRED_FIELD_MISSING","message":"Required fields are missing: [Name]","fields":["Name"]}]}""",
            answer.Json[1].GetRawText());
    }

    [Fact]
    public async Task AllOrNone_RollsTheGoodRecordsBackAndKeepsTheirIds()
    {
        await using var server = await EmulatorServer.StartAsync();

        var answer = await server.PostAsync("composite/sobjects", new { allOrNone = true, records = new[] { Good, Bad } });

        var rolledBack = answer.Json[0];
        Assert.False(rolledBack.GetProperty("success").GetBoolean());
        Assert.Equal("ALL_OR_NONE_OPERATION_ROLLED_BACK", rolledBack.GetProperty("errors")[0].GetProperty("statusCode").GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await server.GetAsync($"sobjects/Account/{rolledBack.GetProperty("id").GetString()}")).Status);
    }

    [Fact]
    public async Task UpdateReadDelete_GoRound()
    {
        await using var server = await EmulatorServer.StartAsync();
        var ids = Ids(await server.PostAsync("composite/sobjects", new { records = new[] { Good, Good } }));
        const string Missing = "001000000000001AAA";

        var updated = await server.PatchAsync("composite/sobjects", new { records = ids.Select((id, index) => new { id, attributes = new { type = "Account" }, Name = $"N{index}" }) });
        var read = await server.GetAsync($"composite/sobjects/Account?ids={ids[1]},{Missing},{ids[0]}&fields=Name");
        var readByBody = await server.PostAsync("composite/sobjects/Account", new { ids, fields = new[] { "Name" } });
        var deleted = await server.DeleteAsync($"composite/sobjects?ids={string.Join(',', ids)}");

        Assert.Equal(ids, Ids(updated));
        Assert.Equal(JsonValueKind.Null, read.Json[1].ValueKind);
        Assert.Equal(("N1", "N0"), (read.Json[0].GetProperty("Name").GetString(), read.Json[2].GetProperty("Name").GetString()));
        Assert.Equal("N0", readByBody.Json[0].GetProperty("Name").GetString());
        Assert.Equal(ids, Ids(deleted));
    }

    [Fact]
    public async Task Upsert_TellsWhetherEachWasCreated()
    {
        using var schema = new SchemaFixture();
        await using var server = await EmulatorServer.StartAsync(schema.Options);
        await server.CreateAsync("Account", new { Name = "A", Key__c = "1" });

        var answer = await server.PatchAsync("composite/sobjects/Account/Key__c", """{"records":[{"Key__c":"1","Name":"B"},{"Key__c":"2","Name":"C"}]}""");

        Assert.Equal([false, true], answer.Json.EnumerateArray().Select(result => result.GetProperty("created").GetBoolean()));
    }

    [Fact]
    public async Task MoreThan200Records_AreRefusedAsAWhole()
    {
        await using var server = await EmulatorServer.StartAsync();

        var answer = await server.PostAsync("composite/sobjects", new { records = Enumerable.Repeat(Good, 201) });

        Assert.Equal((HttpStatusCode.BadRequest, "EXCEEDED_ID_LIMIT"), (answer.Status, answer.ErrorCode));
    }

    [Theory]
    [InlineData(10, HttpStatusCode.OK)]
    [InlineData(11, HttpStatusCode.BadRequest)]
    public async Task RecordsOfManyTypesInTurn_AreLimited(int chunks, HttpStatusCode status)
    {
        await using var server = await EmulatorServer.StartAsync();
        var records = Enumerable.Range(0, chunks).Select(index => new { attributes = new { type = index % 2 == 0 ? "Account" : "Contact" } });

        Assert.Equal(status, (await server.PostAsync("composite/sobjects", new { records })).Status);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"records":{}}""")]
    public async Task BodyWithoutRecords_IsRefused(string body)
    {
        await using var server = await EmulatorServer.StartAsync();

        Assert.Equal("JSON_PARSER_ERROR", (await server.PostAsync("composite/sobjects", body)).ErrorCode);
    }

    private static string[] Ids(RestAnswer answer) => [.. answer.Json.EnumerateArray().Select(result => result.GetProperty("id").GetString()!)];
}
