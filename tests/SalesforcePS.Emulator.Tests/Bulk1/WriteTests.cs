using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using SalesforcePS.Emulator.Tests.Support;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Bulk1;

public sealed class WriteTests
{
    [Fact]
    public async Task Insert_GivesResultsInTheOrderOfTheRecords()
    {
        await using var client = await AsyncClient.StartAsync();
        var job = await client.CreateJobAsync("insert", "Contact");

        var result = await client.ResultAsync(job, "LastName,Email\nA,a@example.com\n,b@example.com\n\"C, \"\"D\"\"\",\n");

        var lines = result.Split('\n');
        Assert.Equal("\"Id\",\"Success\",\"Created\",\"Error\"", lines[0]);
        Assert.Matches("^\"003[0-9A-Za-z]{15}\",\"true\",\"true\",\"\"$", lines[1]);
        Assert.Equal("\"\",\"false\",\"false\",\"REQUIRED_FIELD_MISSING:Required fields are missing: [LastName]:LastName --\"", lines[2]);
        Assert.Matches("^\"003", lines[3]);
        var records = await client.Server.GetAsync("query?q=SELECT+LastName+FROM+Contact+ORDER+BY+LastName");
        Assert.Equal("C, \"D\"", records.Json.GetProperty("records")[1].GetProperty("LastName").GetString());
    }

    [Fact]
    public async Task Batch_TellsHowManyRecordsFailed()
    {
        await using var client = await AsyncClient.StartAsync();
        var job = await client.CreateJobAsync("insert", "Contact");
        var batch = await client.RunAsync(job, "LastName,Phone\nA,\n,1\n,2\n");

        var info = await client.GetAsync(batch);

        Assert.Equal(("3", "2"), (info.Value("numberRecordsProcessed"), info.Value("numberRecordsFailed")));
    }

    [Fact]
    public async Task UpdateUpsertAndDelete_Work()
    {
        using var schema = new SchemaFixture();
        await using var client = await AsyncClient.StartAsync(schema.Options);
        var id = await client.Server.CreateAsync("Account", new { Name = "A", Phone = "1", Key__c = "K-1" });

        var updated = await client.ResultAsync(await client.CreateJobAsync("update", "Account"), $"Id,Phone,Name\n{id},#N/A,\n");
        var upserted = await client.ResultAsync(await client.CreateJobAsync("upsert", "Account", externalId: "Key__c"), "Key__c,Name\nk-1,B\nK-2,C\n");
        var record = (await client.Server.GetAsync($"sobjects/Account/{id}?fields=Name,Phone")).Json;
        var deleted = await client.ResultAsync(await client.CreateJobAsync("delete", "Account"), $"Id\n{id}\n001gL0000000000XXX\n");

        Assert.Equal($"\"{id}\",\"true\",\"false\",\"\"", updated.Split('\n')[1]);
        Assert.Equal($"\"{id}\",\"true\",\"false\",\"\"", upserted.Split('\n')[1]);
        Assert.EndsWith("\"true\",\"true\",\"\"", upserted.Split('\n')[2], StringComparison.Ordinal);
        Assert.Equal("B", record.GetProperty("Name").GetString());
        Assert.Null(record.GetProperty("Phone").GetString());
        Assert.Equal($"\"{id}\",\"true\",\"false\",\"\"", deleted.Split('\n')[1]);
        Assert.Contains("\"false\",\"false\",\"MALFORMED_ID:", deleted, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HardDelete_LeavesNothingInTheRecycleBin()
    {
        await using var client = await AsyncClient.StartAsync();
        var id = await client.Server.CreateAsync("Account", new { Name = "A" });

        await client.ResultAsync(await client.CreateJobAsync("hardDelete", "Account"), $"Id\n{id}\n");

        var all = await client.Server.GetAsync("queryAll?q=SELECT+Id+FROM+Account");
        Assert.Equal(0, all.Json.GetProperty("totalSize").GetInt32());
    }

    [Fact]
    public async Task LinksByExternalId_AreFound()
    {
        using var schema = new SchemaFixture();
        await using var client = await AsyncClient.StartAsync(schema.Options);
        await client.Server.CreateAsync("Account", new { Name = "A", Key__c = "K-1" });

        var result = await client.ResultAsync(await client.CreateJobAsync("insert", "Contact"), "LastName,Account.Key__c\nL,K-1\nM,K-2\n");

        var lines = result.Split('\n');
        Assert.Contains("\"true\"", lines[1], StringComparison.Ordinal);
        Assert.Contains("Foreign key external ID: k-2 not found", lines[2], StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("Name,Bacon\nA,1\n", "InvalidBatch : Field name not found : Bacon")]
    [InlineData("Name,Nothing.Name\nA,1\n", "InvalidBatch : Unable to find relationship: Nothing")]
    public async Task WrongHeader_FailsTheBatch(string csv, string message)
    {
        await using var client = await AsyncClient.StartAsync();
        var job = await client.CreateJobAsync("insert", "Account");
        var batch = await client.RunAsync(job, csv, state: "Failed");

        var (info, result) = (await client.GetAsync(batch), await client.GetAsync($"{batch}/result"));

        Assert.Equal((message, "0"), (info.Value("stateMessage"), info.Value("numberRecordsProcessed")));
        Assert.Equal((HttpStatusCode.BadRequest, "InvalidBatch"), (result.Status, result.ExceptionCode));
    }

    [Fact]
    public async Task RequestOfABatch_IsWhatWasSent()
    {
        await using var client = await AsyncClient.StartAsync();
        var batch = await client.RunAsync(await client.CreateJobAsync("insert", "Account"), "Name\r\nGröße\r\n");

        var request = await client.GetAsync($"{batch}/request");

        Assert.Equal(("text/csv", "Name\r\nGröße\r\n"), (request.ContentType, request.Text));
    }

    [Fact]
    public async Task OtherContentTypeThanTheJobs_IsRefused()
    {
        await using var client = await AsyncClient.StartAsync();
        var job = await client.CreateJobAsync("insert", "Account");

        var answer = await client.AddAsync(job, "[]", "application/json");

        Assert.Equal("UnsupportedContentType", answer.ExceptionCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Name\n")]
    [InlineData("Name\n\n\n")]
    public async Task BatchWithoutRecords_IsCompletedWithoutResults(string csv)
    {
        await using var client = await AsyncClient.StartAsync();

        var result = await client.ResultAsync(await client.CreateJobAsync("insert", "Account"), csv);

        Assert.Equal("\"Id\",\"Success\",\"Created\",\"Error\"\n", result);
    }

    [Fact]
    public async Task TooManyRecords_FailTheBatch()
    {
        await using var client = await AsyncClient.StartAsync();
        var csv = "Name\n" + string.Concat(Enumerable.Repeat("A\n", 10_001));

        var batch = await client.RunAsync(await client.CreateJobAsync("insert", "Account"), csv, state: "Failed");

        Assert.StartsWith("InvalidBatch : ", (await client.GetAsync(batch)).Value("stateMessage"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TooManyBytes_AreRefused()
    {
        await using var client = await AsyncClient.StartAsync();

        var answer = await client.AddAsync(await client.CreateJobAsync("insert", "Account"), new byte[10_000_001]);

        Assert.Equal((HttpStatusCode.BadRequest, "ClientInputError"), (answer.Status, answer.ExceptionCode));
    }

    [Fact]
    public async Task BatchesBeyondTheAllocation_AreRefused()
    {
        await using var client = await AsyncClient.StartAsync();
        client.Server.Org.Bulk.Settings.DailyBatchLimit = 1;
        var job = await client.CreateJobAsync("insert", "Account");
        await client.RunAsync(job, "Name\nA\n");

        var answer = await client.AddAsync(job, "Name\nB\n");

        Assert.Equal(("ExceededQuota", "ApiBatchItems Limit exceeded."), (answer.ExceptionCode, answer.ExceptionMessage));
    }

    [Theory]
    [InlineData("LF", "Name\nA\n", "Completed")]
    [InlineData("CRLF", "Name\r\nA\r\n", "Completed")]
    [InlineData("CRLF", "Name\nA\n", "Failed")]
    [InlineData("LF", "Name\r\nA\r\n", "Failed")]
    public async Task LineEndingOfTheHeader_IsRequired(string lineEnding, string csv, string state)
    {
        await using var client = await AsyncClient.StartAsync();
        var job = await client.CreateJobAsync("insert", "Account", headers: ("Sforce-Line-Ending", lineEnding));

        var batch = await client.RunAsync(job, csv, state: state);

        if (state == "Failed")
            Assert.Equal($"ClientInputError : LineEnding is invalid on user data. Current LineEnding setting is {lineEnding}", (await client.GetAsync(batch)).Value("stateMessage"));
    }

    [Fact]
    public async Task CompressedBatch_IsTaken()
    {
        await using var client = await AsyncClient.StartAsync();
        var job = await client.CreateJobAsync("insert", "Account", headers: ("Sforce-Disable-Batch-Retry", "TRUE"));
        using var compressed = new MemoryStream();
        await using (var gzip = new GZipStream(compressed, CompressionMode.Compress, leaveOpen: true))
            gzip.Write("Name\nA\n"u8);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/services/async/68.0/job/{job}/batch")
        {
            Headers = { { "X-SFDC-Session", client.Server.SessionId } },
            Content = new ByteArrayContent(compressed.ToArray()) { Headers = { { "Content-Type", "text/csv" }, { "Content-Encoding", "gzip" } } },
        };

        using var response = await client.Server.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
    }

    [Fact]
    public async Task BatchesOfASerialJob_AreProcessedInTheirOrder()
    {
        await using var client = await AsyncClient.StartAsync();
        var created = await client.PostJobAsync(
            "<operation>insert</operation><object>Account</object><concurrencyMode>Serial</concurrencyMode><contentType>CSV</contentType>");
        var job = created.Value("id");
        var last = "";
        for (var number = 0; number < 20; number++)
            last = (await client.AddAsync(job, $"Name\n{number.ToString("00", CultureInfo.InvariantCulture)}\n")).Value("id");
        await client.WaitAsync($"job/{job}/batch/{last}", "Completed");

        var records = (await client.Server.GetAsync("query?q=SELECT+Name+FROM+Account+ORDER+BY+Id")).Json.GetProperty("records");

        Assert.Equal(Enumerable.Range(0, 20).Select(number => number.ToString("00", CultureInfo.InvariantCulture)), records.EnumerateArray().Select(record => record.GetProperty("Name").GetString()));
    }

    [Fact]
    public async Task FullBatch_IsWrittenWithItsRefusedRecords()
    {
        await using var client = await AsyncClient.StartAsync();
        var csv = new StringBuilder("LastName,Email\n");
        for (var row = 0; row < 10_000; row++)
            csv.Append(CultureInfo.InvariantCulture, $"L{row},{(row % 97 == 0 ? "wrong" : "a@example.com")}\n");

        var result = await client.ResultAsync(await client.CreateJobAsync("insert", "Contact"), csv.ToString());

        var rows = result.TrimEnd('\n').Split('\n').Skip(1).ToList();
        Assert.Equal(10_000, rows.Count);
        Assert.All(rows.Select((row, index) => (row, index)), pair => Assert.Contains(pair.index % 97 == 0 ? "INVALID_EMAIL_ADDRESS" : "\"true\",\"true\"", pair.row, StringComparison.Ordinal));
    }
}
