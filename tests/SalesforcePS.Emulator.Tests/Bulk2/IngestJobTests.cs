using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using SalesforcePS.Emulator.Tests.Support;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Bulk2;

public sealed class IngestJobTests
{
    private static readonly object InsertAccounts = new { @object = "account", operation = "insert" };

    [Fact]
    public async Task Creation_AnswersWithTheJob()
    {
        await using var server = await BulkClient.StartAsync();

        var job = await server.CreateJobAsync(new { @object = "account", operation = "insert", contentType = "CSV", externalIdFieldName = (string?)null });

        Assert.Equal(HttpStatusCode.OK, job.Status);
        Assert.Equal(
            ["id", "operation", "object", "createdById", "createdDate", "systemModstamp", "state", "concurrencyMode", "contentType", "apiVersion", "contentUrl", "lineEnding", "columnDelimiter"],
            job.Json.EnumerateObject().Select(member => member.Name));
        Assert.Equal(("Account", "Open", "Parallel"), (Text(job, "object"), job.State(), Text(job, "concurrencyMode")));
        Assert.Equal("68.0", job.Json.GetProperty("apiVersion").GetRawText());
        Assert.Equal($"services/data/v68.0/jobs/ingest/{job.Id}/batches", Text(job, "contentUrl"));
        Assert.StartsWith("750", job.Id, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"object":"Nothing","operation":"insert"}""", "INVALIDENTITY")]
    [InlineData("""{"object":"Account","operation":"Insert"}""", "JSON_PARSER_ERROR")]
    [InlineData("""{"object":"Account","operation":"query"}""", "JSON_PARSER_ERROR")]
    [InlineData("""{"object":"Account","operation":"insert","columnDelimiter":"COLON"}""", "JSON_PARSER_ERROR")]
    [InlineData("""{"object":"Account","operation":"insert","lineEnding":"CR"}""", "JSON_PARSER_ERROR")]
    [InlineData("""{"object":"Account","operation":"insert","colour":"red"}""", "JSON_PARSER_ERROR")]
    [InlineData("""{"object":"Account","operation":"insert","contentType":"XML"}""", "INVALIDJOB")]
    [InlineData("""{"object":"Account","operation":"upsert"}""", "INVALIDJOB")]
    [InlineData("""{"object":"Account","operation":"upsert","externalIdFieldName":"Phone"}""", "INVALIDJOB")]
    [InlineData("""{"operation":"insert"}""", "INVALIDJOB")]
    public async Task WrongDefinition_IsRefused(string definition, string errorCode)
    {
        await using var server = await BulkClient.StartAsync();

        var answer = await server.CreateJobAsync(definition);

        Assert.Equal((HttpStatusCode.BadRequest, errorCode), (answer.Status, answer.ErrorCode));
    }

    [Fact]
    public async Task Job_GoesThroughItsStatesAndCountsItsRows()
    {
        await using var server = await BulkClient.StartAsync();
        var created = await server.CreateJobAsync(InsertAccounts);

        var uploaded = await server.UploadAsync(created.Id, "Name,Phone\nA,1\n,2\nB,3\n");
        var closed = await server.SetStateAsync(created.Id, "UploadComplete");
        var ended = await server.EndAsync(created.Id);

        Assert.Equal((HttpStatusCode.Created, ""), (uploaded.Status, uploaded.Text));
        Assert.Equal("UploadComplete", closed.State());
        Assert.Equal(("JobComplete", "V2Ingest"), (ended.State(), Text(ended, "jobType")));
        Assert.Equal((3, 1, 0), (ended.Number("numberRecordsProcessed"), ended.Number("numberRecordsFailed"), ended.Number("retries")));
        Assert.Equal(["\"sf__Id\",\"sf__Error\",\"Name\",\"Phone\"", "\"\",\"REQUIRED_FIELD_MISSING:Required fields are missing: [Name]:Name --\",\"\",\"2\""],
            await server.ResultsAsync(created.Id, "failedResults"));
        Assert.Equal(["\"Name\",\"Phone\""], await server.ResultsAsync(created.Id, "unprocessedrecords"));
        Assert.Equal(2, (await server.GetAsync("query?q=SELECT+Id+FROM+Account")).Number("totalSize"));
    }

    [Fact]
    public async Task SecondUpload_IsRefused()
    {
        await using var server = await BulkClient.StartAsync();
        var job = await server.CreateJobAsync(InsertAccounts);
        await server.UploadAsync(job.Id, "Name\nA\n");

        var second = await server.UploadAsync(job.Id, "Name\nB\n");

        Assert.Equal(HttpStatusCode.BadRequest, second.Status);
        Assert.StartsWith($"Found multiple contents for job: <{job.Id}>", second.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UploadToAClosedJob_IsRefused()
    {
        await using var server = await BulkClient.StartAsync();
        var job = await server.IngestAsync(InsertAccounts, "Name\nA\n");

        Assert.Equal("INVALIDJOBSTATE", (await server.UploadAsync(job.Id, "Name\nB\n")).ErrorCode);
    }

    [Fact]
    public async Task CompressedUpload_IsTaken()
    {
        await using var server = await BulkClient.StartAsync();
        var job = await server.CreateJobAsync(InsertAccounts);
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
            gzip.Write(Encoding.UTF8.GetBytes("Name\n" + string.Concat(Enumerable.Repeat("Größe\n", 1000))));

        await server.UploadAsync(job.Id, compressed.ToArray(), "gzip");
        await server.SetStateAsync(job.Id, "UploadComplete");

        Assert.Equal(1000, (await server.EndAsync(job.Id)).Number("numberRecordsProcessed"));
        Assert.Equal(1000, (await server.GetAsync("query?q=SELECT+Id+FROM+Account+WHERE+Name='Größe'")).Number("totalSize"));
    }

    [Fact]
    public async Task UploadThatIsNotInItsEncoding_IsRefusedAndLeavesTheJobOpen()
    {
        await using var server = await BulkClient.StartAsync();
        var job = await server.CreateJobAsync(InsertAccounts);

        var answer = await server.UploadAsync(job.Id, "Name\nA\n"u8.ToArray(), "gzip");
        var again = await server.UploadAsync(job.Id, "Name\nA\n");

        Assert.Equal((HttpStatusCode.BadRequest, "INVALID_INPUT"), (answer.Status, answer.ErrorCode));
        Assert.Equal(HttpStatusCode.Created, again.Status);
    }

    [Fact]
    public async Task TooLargeUpload_IsRefusedAndLeavesTheJobOpen()
    {
        await using var server = await BulkClient.StartAsync();
        var job = await server.CreateJobAsync(InsertAccounts);
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
        {
            var zeros = new byte[1024 * 1024];
            for (var megabyte = 0; megabyte <= 150; megabyte++)
                gzip.Write(zeros);
        }

        var answer = await server.UploadAsync(job.Id, compressed.ToArray(), "gzip");
        var again = await server.UploadAsync(job.Id, "Name\nA\n");

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.Status);
        Assert.Equal(HttpStatusCode.Created, again.Status);
    }

    [Fact]
    public async Task MultipartRequest_StartsAtOnce()
    {
        await using var server = await BulkClient.StartAsync();
        using var content = new MultipartFormDataContent("BOUNDARY")
        {
            { new StringContent("""{"object":"Account","operation":"insert"}""", Encoding.UTF8, "application/json"), "job" },
            { new StringContent("Name\nA\nB\n", Encoding.UTF8, "text/csv"), "content", "content" },
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/services/data/v68.0/jobs/ingest") { Content = content };
        request.Headers.Authorization = new("Bearer", server.SessionId);

        var job = await server.SendAsync(request);

        Assert.Equal("UploadComplete", job.State());
        Assert.Equal(2, (await server.EndAsync(job.Id)).Number("numberRecordsProcessed"));
    }

    [Fact]
    public async Task EndedJob_CannotBeClosedOrAborted()
    {
        await using var server = await BulkClient.StartAsync();
        var job = await server.IngestAsync(InsertAccounts, "Name\nA\n");

        var closed = await server.SetStateAsync(job.Id, "UploadComplete");
        var aborted = await server.SetStateAsync(job.Id, "Aborted");

        Assert.Equal(("INVALIDJOBSTATE", "Closing already Completed Job not allowed"), (closed.ErrorCode, closed.ErrorMessage));
        Assert.Equal(("INVALIDJOBSTATE", "Aborting already Completed Job not allowed"), (aborted.ErrorCode, aborted.ErrorMessage));
    }

    [Fact]
    public async Task AbortedJob_LeavesItsRowsUnprocessed()
    {
        await using var server = await BulkClient.StartAsync();
        await server.RestAsync(HttpMethod.Post, "/__emulator/bulk", new { stateDelayMs = 3_600_000 });
        var job = await server.CreateJobAsync(InsertAccounts);
        await server.UploadAsync(job.Id, "Name\nA\nB\n");
        await server.SetStateAsync(job.Id, "UploadComplete");

        var early = await server.GetAsync($"jobs/ingest/{job.Id}/successfulResults");
        var aborted = await server.SetStateAsync(job.Id, "Aborted");

        Assert.Equal("INVALIDJOBSTATE", early.ErrorCode);
        Assert.Equal("Aborted", aborted.State());
        Assert.Equal(["\"A\"", "\"B\"", "\"Name\""], (await server.ResultsAsync(job.Id, "unprocessedrecords")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task DeletedJob_IsGone()
    {
        await using var server = await BulkClient.StartAsync();
        var open = await server.CreateJobAsync(InsertAccounts);
        var ended = await server.IngestAsync(InsertAccounts, "Name\nA\n");

        Assert.Equal("INVALIDJOBSTATE", (await server.DeleteAsync($"jobs/ingest/{open.Id}")).ErrorCode);
        Assert.Equal(HttpStatusCode.NoContent, (await server.DeleteAsync($"jobs/ingest/{ended.Id}")).Status);
        Assert.Equal((HttpStatusCode.NotFound, "NOT_FOUND"), await CodeOf(server.GetAsync($"jobs/ingest/{ended.Id}")));
        Assert.Equal((HttpStatusCode.BadRequest, "INVALIDJOB"), await CodeOf(server.GetAsync("jobs/ingest/nothing")));
    }

    [Fact]
    public async Task List_HasAThousandJobsAPage()
    {
        await using var server = await BulkClient.StartAsync();
        for (var index = 0; index < 1_001; index++)
            await server.CreateJobAsync(InsertAccounts);
        await server.QueryAsync(new { operation = "query", query = "SELECT Id FROM Account" });

        var first = await server.GetAsync("jobs/ingest?jobType=V2Ingest");
        var second = await server.GetAsync(Text(first, "nextRecordsUrl"));
        var classic = await server.GetAsync("jobs/ingest?jobType=Classic");

        Assert.Equal((1_000, false), (first.Json.GetProperty("records").GetArrayLength(), first.Json.GetProperty("done").GetBoolean()));
        Assert.Equal((1, true), (second.Json.GetProperty("records").GetArrayLength(), second.Json.GetProperty("done").GetBoolean()));
        Assert.Equal("V2Ingest", second.Json.GetProperty("records")[0].GetProperty("jobType").GetString());
        Assert.Equal(0, classic.Json.GetProperty("records").GetArrayLength());
    }

    [Fact]
    public async Task BatchesBeyondTheDailyAllocation_StayUnprocessed()
    {
        await using var server = await BulkClient.StartAsync();
        await server.RestAsync(HttpMethod.Post, "/__emulator/bulk", new { dailyBatchLimit = 1 });
        var csv = "Name\n" + string.Concat(Enumerable.Range(0, 10_300).Select(index => string.Create(CultureInfo.InvariantCulture, $"A{index}\n")));

        var job = await server.IngestAsync(InsertAccounts, csv);

        Assert.Equal(("Failed", 10_000), (job.State(), job.Number("numberRecordsProcessed")));
        Assert.Equal(301, (await server.ResultsAsync(job.Id, "unprocessedrecords")).Length);
        Assert.Equal(10_001, (await server.ResultsAsync(job.Id, "successfulResults")).Length);
        Assert.Equal(0, (await server.GetAsync("limits")).Json.GetProperty("DailyBulkApiBatches").GetProperty("Remaining").GetInt32());
    }

    private static async Task<(HttpStatusCode, string)> CodeOf(Task<RestAnswer> answer) => ((await answer).Status, (await answer).ErrorCode);

    private static string Text(RestAnswer answer, string name) => answer.Json.GetProperty(name).GetString()!;
}
