using System.Globalization;
using System.Net;
using System.Text.Json;
using SalesforcePS.Emulator.Tests.Support;
using Xunit;

namespace SalesforcePS.Emulator.Tests.ListViews;

public sealed class ListViewTests
{
    [Fact]
    public async Task ListViewsOfAnObject_AreListedWithTheirAddresses()
    {
        await using var server = await EmulatorServer.StartAsync();

        var list = (await server.GetAsync("sobjects/Account/listviews")).Json;

        Assert.Equal(["done", "listviews", "nextRecordsUrl", "size", "sobjectType"], Names(list));
        Assert.Equal(["AllAccounts", "MyAccounts", "RecentlyViewedAccounts"], list.GetProperty("listviews").EnumerateArray().Select(view => Text(view, "developerName")));
        var first = list.GetProperty("listviews")[0];
        Assert.Equal(["describeUrl", "developerName", "id", "label", "resultsUrl", "soqlCompatible", "url"], Names(first));
        Assert.Equal(first.GetRawText(), (await server.GetAsync(Text(first, "url"))).Text);
        foreach (var address in (string[])["describeUrl", "resultsUrl"])
            Assert.Equal(HttpStatusCode.OK, (await server.GetAsync(Text(first, address))).Status);
    }

    [Fact]
    public async Task ListViews_AreRecordsThatCanBeQueriedAndRead()
    {
        await using var server = await EmulatorServer.StartAsync();

        var view = (await server.GetAsync("query?q=SELECT+Id,DeveloperName,Name,SobjectType,IsSoqlCompatible+FROM+ListView+WHERE+SobjectType='Contact'+AND+Name+LIKE+'My%25'")).Json.GetProperty("records")[0];
        var id = Text(view, "Id");

        Assert.Equal(("MyContacts", "My Contacts", "Contact", true), (Text(view, "DeveloperName"), Text(view, "Name"), Text(view, "SobjectType"), view.GetProperty("IsSoqlCompatible").GetBoolean()));
        Assert.StartsWith("00B", id, StringComparison.Ordinal);
        Assert.Equal("MyContacts", Text((await server.GetAsync($"sobjects/Contact/listviews/{id}")).Json, "developerName"));
        Assert.Equal("MyContacts", Text((await server.GetAsync($"sobjects/Contact/listviews/{id[..15]}")).Json, "developerName"));
        Assert.Equal("My Contacts", Text((await server.GetAsync($"sobjects/ListView/{id}")).Json, "Name"));
        Assert.NotEqual(HttpStatusCode.NoContent, (await server.PatchAsync($"sobjects/ListView/{id}", new { Name = "Other" })).Status);
    }

    [Fact]
    public async Task EachStandardListView_GivesTheRowsOfItsQuery()
    {
        await using var server = await EmulatorServer.StartAsync();
        var account = await server.CreateAsync("Account", new { Name = "A", Type = "Prospect" });
        await server.CreateAsync("Contact", new { LastName = "L", AccountId = account });
        await server.CreateAsync("Case", new { Subject = "S" });
        await server.CreateAsync("Lead", new { LastName = "L", Company = "C" });
        await server.CreateAsync("Opportunity", new { Name = "O", StageName = "Prospecting", CloseDate = "2026-01-01", Amount = 12_000_000 });
        await server.CreateAsync("Task", new { Subject = "T", WhatId = account });
        await server.GetAsync("query?q=SELECT+Id+FROM+Account+FOR+VIEW");
        var views = (await server.GetAsync("query?q=SELECT+DeveloperName,SobjectType+FROM+ListView")).Json.GetProperty("records");
        var rows = 0;

        foreach (var view in views.EnumerateArray())
        {
            var path = $"sobjects/{Text(view, "SobjectType")}/listviews/{Text(view, "DeveloperName")}";
            var query = Text((await server.GetAsync($"{path}/describe")).Json, "query");
            var queried = (await server.GetAsync($"query?q={Uri.EscapeDataString(query)}")).Json.GetProperty("records");
            var records = (await server.GetAsync($"{path}/results")).Json.GetProperty("records");
            Assert.Equal(queried.EnumerateArray().Select(record => Text(record, "Id")), records.EnumerateArray().Select(record => Value(record, "Id")));
            rows += records.GetArrayLength();
        }

        Assert.True(rows > 8);
    }

    [Fact]
    public async Task Describe_TellsColumnsOrderAndQuery()
    {
        await using var server = await EmulatorServer.StartAsync();

        var described = (await server.GetAsync("sobjects/Account/listviews/myaccounts/describe")).Json;

        Assert.Equal(["columns", "id", "orderBy", "query", "scope", "sobjectType", "whereCondition"], Names(described));
        Assert.Equal("""[{"fieldNameOrPath":"Name","nullsPosition":"first","sortDirection":"ascending"},{"fieldNameOrPath":"Id","nullsPosition":"first","sortDirection":"ascending"}]""", described.GetProperty("orderBy").GetRawText());
        Assert.Equal("mine", Text(described, "scope"));
        Assert.Equal("""{"conditions":[],"conjunction":"and"}""", described.GetProperty("whereCondition").GetRawText());
        Assert.StartsWith("SELECT Name, Site, BillingState, Phone, toLabel(Type), Owner.Alias, Id, CreatedDate, LastModifiedDate, SystemModstamp FROM Account USING SCOPE mine ORDER BY ", Text(described, "query"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Results_ArePagesOfTextsAsJavaWritesThem()
    {
        await using var server = await EmulatorServer.StartAsync();
        foreach (var number in Enumerable.Range(0, 30))
            await server.CreateAsync("Opportunity", new { Name = number.ToString("D2", CultureInfo.InvariantCulture), StageName = "Prospecting", CloseDate = "2026-01-02", Amount = 12_000_000 });

        var first = (await server.GetAsync("sobjects/Opportunity/listviews/AllOpportunities/results")).Json;
        var rest = (await server.GetAsync("sobjects/Opportunity/listviews/AllOpportunities/results?limit=10&offset=25")).Json;

        Assert.Equal((25, false), (first.GetProperty("size").GetInt32(), first.GetProperty("done").GetBoolean()));
        Assert.Equal((5, true), (rest.GetProperty("size").GetInt32(), rest.GetProperty("done").GetBoolean()));
        var record = rest.GetProperty("records")[0];
        Assert.Equal(("25", null, "1.2E7", "Fri Jan 02 00:00:00 GMT 2026", "Prospecting"), (Value(record, "Name"), Value(record, "Account.Name"), Value(record, "Amount"), Value(record, "CloseDate"), Value(record, "StageName")));
        Assert.Matches("^[A-Z][a-z]{2} [A-Z][a-z]{2} [0-9]{2} [0-9:]{8} GMT [0-9]{4}$", Value(record, "CreatedDate"));
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=2001")]
    [InlineData("limit=ten")]
    [InlineData("offset=-1")]
    public async Task NumberOutOfRange_IsRefused(string parameter)
    {
        await using var server = await EmulatorServer.StartAsync();

        var answer = await server.GetAsync($"sobjects/Account/listviews/AllAccounts/results?{parameter}");

        Assert.Equal((HttpStatusCode.BadRequest, "INVALID_FIELD"), (answer.Status, answer.ErrorCode));
        Assert.Contains($"parameter {parameter.Split('=')[0]}", answer.ErrorMessage, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sobjects/Account/listviews/AllContacts")]
    [InlineData("sobjects/Account/listviews/00B000000000000AAA/results")]
    [InlineData("sobjects/Nothing/listviews")]
    [InlineData("/services/data/v31.0/sobjects/Account/listviews")]
    public async Task UnknownListView_IsNotFound(string path)
    {
        await using var server = await EmulatorServer.StartAsync();

        var answer = await server.GetAsync(path);

        Assert.Equal((HttpStatusCode.NotFound, "NOT_FOUND"), (answer.Status, answer.ErrorCode));
    }

    [Fact]
    public async Task ListViewsThatWereRun_AreRecentForTheirUser()
    {
        using var users = new UsersFixture();
        await using var server = await users.StartAsync();
        await server.GetAsync("sobjects/Account/listviews/MyAccounts/results");
        await server.GetAsync("sobjects/Contact/listviews/AllContacts/results");
        await server.GetAsync("sobjects/Account/listviews/AllAccounts/results");

        Assert.Equal(["AllAccounts", "MyAccounts"], await RecentAsync());
        UsersFixture.SignIn(server, "second@emulator.example");
        Assert.Empty(await RecentAsync());

        async Task<string[]> RecentAsync() =>
            [.. (await server.GetAsync("sobjects/Account/listviews/recent")).Json.GetProperty("listviews").EnumerateArray().Select(view => Text(view, "developerName"))];
    }

    [Fact]
    public async Task ColumnThatTheUserMayNotRead_IsLeftOut()
    {
        using var users = new UsersFixture("""
            "fieldPermissions":[{"field":"Account.Type","readable":false}],"objectPermissions":[{"object":"Contact","allowRead":false}]
            """);
        await using var server = await users.StartAsync();

        var described = (await server.GetAsync("sobjects/Account/listviews/AllAccounts/describe")).Json;

        Assert.DoesNotContain("Type", described.GetProperty("columns").EnumerateArray().Select(column => Text(column, "fieldNameOrPath")));
        Assert.Equal(HttpStatusCode.OK, (await server.GetAsync("sobjects/Account/listviews/AllAccounts/results")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await server.GetAsync("sobjects/Contact/listviews")).Status);
        Assert.DoesNotContain("Contact.Name", (await server.GetAsync("sobjects/Case/listviews/AllCases/describe")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explain_TakesTheIdOfAListView()
    {
        await using var server = await EmulatorServer.StartAsync();
        var id = Text((await server.GetAsync("sobjects/Account/listviews/AllAccounts")).Json, "id");

        var explained = await server.GetAsync($"query/?explain={id}");
        var unknown = await server.GetAsync("query/?explain=00B000000000000AAA");

        Assert.Equal("Account", Text(explained.Json.GetProperty("plans")[0], "sobjectType"));
        Assert.Equal("INVALID_ID", unknown.ErrorCode);
    }

    [Fact]
    public async Task Reset_KeepsTheListViewsAndTheirIds()
    {
        await using var server = await EmulatorServer.StartAsync();
        var before = (await server.GetAsync("sobjects/Account/listviews")).Text;

        await server.PostAsync("/__emulator/reset", new { });

        Assert.Equal(before, (await server.GetAsync("sobjects/Account/listviews")).Text);
    }

    internal static string? Value(JsonElement record, string path) =>
        record.GetProperty("columns").EnumerateArray().Single(column => Text(column, "fieldNameOrPath") == path).GetProperty("value").GetString();

    internal static string Text(JsonElement value, string name) => value.GetProperty(name).GetString()!;

    internal static string[] Names(JsonElement value) => [.. value.EnumerateObject().Select(member => member.Name)];
}
