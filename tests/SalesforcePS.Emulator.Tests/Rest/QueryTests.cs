using System.Net;
using System.Text.Json;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Rest;

public sealed class QueryTests
{
    [Fact]
    public async Task Query_GivesRecordsWithTheirAttributes()
    {
        await using var server = await EmulatorServer.StartAsync();
        var id = await server.CreateAsync("Account", new { Name = "A" });

        var answer = await QueryAsync(server, "SELECT Id, Name, Parent.Name FROM Account");

        Assert.Equal(
            $$"""{"totalSize":1,"done":true,"records":[{"attributes":{"type":"Account","url":"/services/data/v68.0/sobjects/Account/{{id}}"},"Id":"{{id}}","Name":"A","Parent":null}]}""",
            answer.GetRawText());
    }

    [Fact]
    public async Task Pages_FollowEachOtherToTheEnd()
    {
        await using var server = await EmulatorServer.StartAsync();
        await CreateContactsAsync(server, 450);

        var page = await QueryAsync(server, "SELECT LastName FROM Contact ORDER BY LastName", ("Sforce-Query-Options", "batchSize=200"));
        var sizes = new List<int>();
        var names = new List<string>();
        while (true)
        {
            sizes.Add(page.GetProperty("records").GetArrayLength());
            names.AddRange(page.GetProperty("records").EnumerateArray().Select(record => record.GetProperty("LastName").GetString()!));
            Assert.Equal(450, page.GetProperty("totalSize").GetInt32());
            if (page.GetProperty("done").GetBoolean())
                break;
            page = (await server.GetAsync(page.GetProperty("nextRecordsUrl").GetString()!)).Json;
        }

        Assert.Equal([200, 200, 50], sizes);
        Assert.Equal(450, names.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task QueryAll_SeesTheRecycleBin()
    {
        await using var server = await EmulatorServer.StartAsync();
        var id = await server.CreateAsync("Account", new { Name = "A" });
        await server.DeleteAsync($"sobjects/Account/{id}");

        var query = await server.GetAsync("query?q=SELECT+Id+FROM+Account");
        var queryAll = await server.GetAsync("queryAll?q=SELECT+Id+FROM+Account");

        Assert.Equal(0, query.Json.GetProperty("totalSize").GetInt32());
        Assert.Equal(1, queryAll.Json.GetProperty("totalSize").GetInt32());
    }

    [Theory]
    [InlineData("query?q=SELEKT+Id+FROM+Account", "MALFORMED_QUERY")]
    [InlineData("query?q=SELECT+Bacon__c+FROM+Account", "INVALID_FIELD")]
    [InlineData("query?q=SELECT+Id+FROM+XYZZY", "INVALID_TYPE")]
    [InlineData("query", "MALFORMED_QUERY")]
    [InlineData("query/0r8000000000000AAA-2000", "INVALID_QUERY_LOCATOR")]
    public async Task BadQuery_IsRefused(string path, string errorCode)
    {
        await using var server = await EmulatorServer.StartAsync();

        var answer = await server.GetAsync(path);

        Assert.Equal((HttpStatusCode.BadRequest, errorCode), (answer.Status, answer.ErrorCode));
    }

    [Fact]
    public async Task Columns_AreToldInPlaceOfRows()
    {
        await using var server = await EmulatorServer.StartAsync();

        var answer = await server.GetAsync("query?columns=true&q=SELECT+Id,Owner.Name,IsDeleted,(SELECT+LastName+FROM+Contacts)+FROM+Account");
        var columns = answer.Json.GetProperty("columnMetadata").EnumerateArray().ToArray();

        Assert.Equal(["Id", "Owner", "IsDeleted", "Contacts"], columns.Select(column => column.GetProperty("columnName").GetString()));
        Assert.Equal([false, false, false, true], columns.Select(column => column.GetProperty("aggregate").GetBoolean()));
        Assert.Equal("Name", columns[1].GetProperty("joinColumns")[0].GetProperty("columnName").GetString());
        Assert.Equal("Boolean", columns[2].GetProperty("apexType").GetString());
        Assert.Equal("Account", answer.Json.GetProperty("entityName").GetString());
    }

    [Fact]
    public async Task AggregateColumns_AreMarked()
    {
        await using var server = await EmulatorServer.StartAsync();

        var answer = await server.GetAsync("query?columns=true&q=SELECT+Industry,COUNT(Id)+total+FROM+Account+GROUP+BY+Industry");
        var columns = answer.Json.GetProperty("columnMetadata").EnumerateArray().ToArray();

        Assert.Equal(["Industry", "total"], columns.Select(column => column.GetProperty("columnName").GetString()));
        Assert.Equal([false, true], columns.Select(column => column.GetProperty("aggregate").GetBoolean()));
    }

    private static async Task<JsonElement> QueryAsync(EmulatorServer server, string soql, params (string, string)[] headers) =>
        (await server.GetAsync($"query?q={Uri.EscapeDataString(soql)}", headers)).Json;

    private static async Task CreateContactsAsync(EmulatorServer server, int count)
    {
        foreach (var names in Enumerable.Range(0, count).Chunk(200))
        {
            await server.PostAsync(
                "composite/sobjects",
                new { records = names.Select(index => new { attributes = new { type = "Contact" }, LastName = $"L{index:D4}" }) });
        }
    }
}
