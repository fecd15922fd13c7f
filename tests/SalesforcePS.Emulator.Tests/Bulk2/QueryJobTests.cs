using System.Globalization;
using System.Net;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Bulk2;

public sealed class QueryJobTests
{
    [Fact]
    public async Task Query_GivesItsColumnsInOrderAllInQuotes()
    {
        await using var server = await BulkClient.StartAsync();
        var parent = await server.CreateAsync("Account", new { Name = "P \"1\"\nx", AnnualRevenue = 1000, NumberOfEmployees = 5 });
        await server.CreateAsync("Contact", new { LastName = "C", AccountId = parent, DoNotCall = true, Birthdate = "2000-01-31" });
        await server.CreateAsync("Contact", new { LastName = "D" });

        var created = await server.PostAsync("jobs/query", new
        {
            operation = "query",
            query = "select account.name, Id, Account.AnnualRevenue, LastName, DoNotCall, Birthdate, Account.NumberOfEmployees from Contact order by LastName",
            contentType = "CSV",
            columnDelimiter = (string?)null,
        });
        var job = await server.EndAsync(created.Id, "query");
        var results = await server.GetAsync($"jobs/query/{job.Id}/results");
        var ids = (await server.GetAsync("query?q=SELECT+Id+FROM+Contact+ORDER+BY+LastName")).Json.GetProperty("records").EnumerateArray().Select(record => record.GetProperty("Id").GetString()).ToArray();

        Assert.Equal("UploadComplete", created.State());
        Assert.Equal(("JobComplete", 2, "V2Query"), (job.State(), job.Number("numberRecordsProcessed"), job.Json.GetProperty("jobType").GetString()));
        Assert.Equal(
            $"""
            "Account.Name","Id","Account.AnnualRevenue","LastName","DoNotCall","Birthdate","Account.NumberOfEmployees"
            "P ""1""
            x","{ids[0]}","1000.0","C","true","2000-01-31","5"
            "","{ids[1]}","","D","false","",""

            """.ReplaceLineEndings("\n"),
            results.Text);
        Assert.Equal(("null", "2"), (results.Header("Sforce-Locator"), results.Header("Sforce-NumberOfRecords")));
    }

    [Fact]
    public async Task FunctionsOfOneField_AreColumns()
    {
        await using var server = await BulkClient.StartAsync();
        await server.CreateAsync("Opportunity", new { Name = "o", StageName = "Prospecting", CloseDate = "2026-01-31", Amount = 1000 });

        var created = await server.PostAsync("jobs/query", new
        {
            operation = "query",
            query = "SELECT FORMAT(Amount), FORMAT(CloseDate) closes, convertCurrency(Amount) plain, toLabel(StageName) FROM Opportunity",
        });
        await server.EndAsync(created.Id, "query");

        Assert.Equal(
            "\"Amount\",\"closes\",\"plain\",\"StageName\"\n\"$1,000.00\",\"1/31/2026\",\"1000.0\",\"Prospecting\"\n",
            (await server.GetAsync($"jobs/query/{created.Id}/results")).Text);
    }

    [Theory]
    [InlineData("SELECT Name, COUNT(Id) FROM Account GROUP BY Name")]
    [InlineData("SELECT COUNT() FROM Account")]
    [InlineData("SELECT MAX(AnnualRevenue) FROM Account")]
    [InlineData("SELECT Id FROM Account OFFSET 5")]
    [InlineData("SELECT TYPEOF What WHEN Account THEN Phone END FROM Task")]
    [InlineData("SELECT Id, (SELECT Id FROM Contacts) FROM Account")]
    [InlineData("SELECT BillingAddress FROM Account")]
    [InlineData("SELECT Body FROM Attachment")]
    public async Task WhatBulkCannotDo_IsRefusedAtOnce(string query)
    {
        await using var server = await BulkClient.StartAsync();

        var answer = await server.PostAsync("jobs/query", new { operation = "query", query });

        Assert.Equal((HttpStatusCode.BadRequest, "API_ERROR"), (answer.Status, answer.ErrorCode));
        Assert.Empty((await server.GetAsync("jobs/query")).Json.GetProperty("records").EnumerateArray());
    }

    [Theory]
    [InlineData("SELEKT Id FROM Account", "MALFORMED_QUERY")]
    [InlineData("SELECT Nothing FROM Account", "INVALID_FIELD")]
    [InlineData("SELECT Id FROM Nothing", "INVALID_TYPE")]
    public async Task WrongStatement_IsRefusedAtOnce(string query, string errorCode)
    {
        await using var server = await BulkClient.StartAsync();

        Assert.Equal(errorCode, (await server.PostAsync("jobs/query", new { operation = "query", query })).ErrorCode);
    }

    [Fact]
    public async Task Pages_ArePassedThroughByLocator()
    {
        await using var server = await WithAccountsAsync(12_000);
        var job = await server.QueryAsync(new { operation = "query", query = "SELECT Name FROM Account" });
        var names = new List<string>();

        var locator = "";
        while (locator != "null")
        {
            var page = await server.GetAsync($"jobs/query/{job.Id}/results?maxRecords=3700{(locator.Length == 0 ? "" : $"&locator={locator}")}");
            var rows = BulkClient.Rows(page.Text);
            Assert.Equal("\"Name\"", rows[0]);
            Assert.Equal(page.Header("Sforce-NumberOfRecords"), (rows.Length - 1).ToString(CultureInfo.InvariantCulture));
            names.AddRange(rows.Skip(1));
            locator = page.Header("Sforce-Locator")!;
        }

        Assert.Equal(12_000, names.Count);
        Assert.Equal(12_000, names.Distinct().Count());
    }

    [Fact]
    public async Task ResultPages_AreTheSamePages()
    {
        await using var server = await WithAccountsAsync(1_100);
        var job = await server.QueryAsync(new { operation = "query", query = "SELECT Name FROM Account" });

        var first = await server.GetAsync($"jobs/query/{job.Id}/resultPages?maxRecords=200");
        var second = await server.GetAsync(first.Json.GetProperty("nextRecordsUrl").GetString()!);
        var urls = first.Json.GetProperty("resultPages").EnumerateArray().Concat(second.Json.GetProperty("resultPages").EnumerateArray())
            .Select(page => page.GetProperty("resultUrl").GetString()!).ToArray();
        var names = new HashSet<string>();
        foreach (var url in urls)
            names.UnionWith(BulkClient.Rows((await server.GetAsync(url)).Text).Skip(1));

        Assert.Equal((6, 1_100), (urls.Length, names.Count));
        Assert.False(first.Json.GetProperty("done").GetBoolean());
        Assert.True(second.Json.GetProperty("done").GetBoolean());
        Assert.Equal(HttpStatusCode.NotFound, (await server.GetAsync($"/services/data/v57.0/jobs/query/{job.Id}/resultPages")).Status);
    }

    [Fact]
    public async Task OtherVersion_IsAConflict()
    {
        await using var server = await WithAccountsAsync(1);
        var job = await server.QueryAsync(new { operation = "query", query = "SELECT Name FROM Account" });

        Assert.Equal(HttpStatusCode.Conflict, (await server.GetAsync($"/services/data/v67.0/jobs/query/{job.Id}/results")).Status);
    }

    [Fact]
    public async Task VersionsBefore50_OrderTheColumnsByName()
    {
        await using var server = await WithAccountsAsync(1);
        var job = await server.PostAsync("/services/data/v49.0/jobs/query", new { operation = "query", query = "SELECT Phone, Name FROM Account" });
        await server.EndAsync(job.Id, "query");

        Assert.StartsWith("\"Name\",\"Phone\"\n", (await server.GetAsync($"/services/data/v49.0/jobs/query/{job.Id}/results")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DelimiterAndLineEnding_AreThoseOfTheJob()
    {
        await using var server = await WithAccountsAsync(1);

        var job = await server.QueryAsync(new { operation = "query", query = "SELECT Name, Phone FROM Account", columnDelimiter = "PIPE", lineEnding = "CRLF" });

        Assert.Equal("\"Name\"|\"Phone\"\r\n\"A0\"|\"\"\r\n", (await server.GetAsync($"jobs/query/{job.Id}/results")).Text);
    }

    [Fact]
    public async Task QueryAll_SeesTheRecycleBin()
    {
        await using var server = await WithAccountsAsync(2);
        var id = await server.CreateAsync("Account", new { Name = "deleted" });
        await server.DeleteAsync($"sobjects/Account/{id}");

        var query = await server.QueryAsync(new { operation = "query", query = "SELECT Id FROM Account" });
        var queryAll = await server.QueryAsync(new { operation = "queryAll", query = "SELECT Id FROM Account" });

        Assert.Equal((2, 3), (query.Number("numberRecordsProcessed"), queryAll.Number("numberRecordsProcessed")));
    }

    [Fact]
    public async Task RunningJob_CanBeAbortedAndThenDeleted()
    {
        await using var server = await WithAccountsAsync(1);
        await server.RestAsync(HttpMethod.Post, "/__emulator/bulk", new { stateDelayMs = 3_600_000 });
        var job = await server.PostAsync("jobs/query", new { operation = "query", query = "SELECT Id FROM Account" });

        var early = await server.GetAsync($"jobs/query/{job.Id}/results");
        var aborted = await server.SetStateAsync(job.Id, "Aborted", "query");
        var deleted = await server.DeleteAsync($"jobs/query/{job.Id}");

        Assert.Equal(("INVALIDJOBSTATE", "Aborted", HttpStatusCode.NoContent), (early.ErrorCode, aborted.State(), deleted.Status));
        Assert.Equal(HttpStatusCode.NotFound, (await server.GetAsync($"jobs/query/{job.Id}")).Status);
    }

    [Fact]
    public async Task EmptyResult_HasAHeader()
    {
        await using var server = await BulkClient.StartAsync();

        var job = await server.QueryAsync(new { operation = "query", query = "SELECT Id, Name FROM Account" });
        var results = await server.GetAsync($"jobs/query/{job.Id}/results");

        Assert.Equal(("\"Id\",\"Name\"\n", "0", "null"), (results.Text, results.Header("Sforce-NumberOfRecords"), results.Header("Sforce-Locator")));
    }

    private static async Task<EmulatorServer> WithAccountsAsync(int count)
    {
        var server = await BulkClient.StartAsync();
        var rows = Enumerable.Range(0, count).Select(index => string.Create(CultureInfo.InvariantCulture, $"A{index}\n"));
        await server.IngestAsync(new { @object = "Account", operation = "insert" }, $"Name\n{string.Concat(rows)}");
        return server;
    }
}
