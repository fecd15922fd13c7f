using System.Net;
using SalesforcePS.Emulator.Tests.Support;
using Xunit;

namespace SalesforcePS.Emulator.Tests.Bulk2;

public sealed class BulkFaultTests
{
    private static readonly object InsertAccounts = new { @object = "Account", operation = "insert" };

    [Fact]
    public async Task UploadWhoseAnswerIsLost_HasHappened()
    {
        await using var server = await BulkClient.StartAsync();
        var job = await server.CreateJobAsync(InsertAccounts);
        await PlanAsync(server, new { match = "PUT /services/data/v68.0/jobs/ingest", closeConnection = "after" });

        await Assert.ThrowsAsync<HttpRequestException>(() => server.UploadAsync(job.Id, "Name\nA\n"));
        var again = await server.UploadAsync(job.Id, "Name\nA\n");
        await server.SetStateAsync(job.Id, "UploadComplete");

        Assert.Equal(HttpStatusCode.BadRequest, again.Status);
        Assert.Equal(1, (await server.EndAsync(job.Id)).Number("numberRecordsProcessed"));
    }

    [Fact]
    public async Task UploadThatNeverArrives_CanBeSentAgain()
    {
        await using var server = await BulkClient.StartAsync();
        var job = await server.CreateJobAsync(InsertAccounts);
        await PlanAsync(server, new { match = "/batches", closeConnection = "before" });

        await Assert.ThrowsAsync<HttpRequestException>(() => server.UploadAsync(job.Id, "Name\nA\n"));

        Assert.Equal(HttpStatusCode.Created, (await server.UploadAsync(job.Id, "Name\nA\n")).Status);
    }

    [Fact]
    public async Task Results_CanBeMadeToFail()
    {
        await using var server = await BulkClient.StartAsync();
        var job = await server.IngestAsync(InsertAccounts, "Name\nA\n");
        await PlanAsync(server, new { match = "/successfulResults", status = 503, retryAfter = 1 });

        var first = await server.GetAsync($"jobs/ingest/{job.Id}/successfulResults");
        var second = await server.GetAsync($"jobs/ingest/{job.Id}/successfulResults");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (first.Status, second.Status));
    }

    [Fact]
    public async Task BulkControlWithAnUnknownMember_IsRefused()
    {
        await using var server = await BulkClient.StartAsync();

        Assert.Equal(HttpStatusCode.BadRequest, (await server.RestAsync(HttpMethod.Post, "/__emulator/bulk", new { delay = 1 })).Status);
    }

    [Fact]
    public async Task Reset_ForgetsJobsAndTakesBackChanges()
    {
        await using var server = await BulkClient.StartAsync();
        await server.RestAsync(HttpMethod.Post, "/__emulator/bulk", new { stateDelayMs = 3_600_000, dailyBatchLimit = 0 });
        var job = await server.CreateJobAsync(InsertAccounts);
        await server.UploadAsync(job.Id, "Name\nA\n");
        await server.SetStateAsync(job.Id, "UploadComplete");

        await server.RestAsync(HttpMethod.Post, "/__emulator/reset");

        Assert.Equal(HttpStatusCode.NotFound, (await server.GetAsync($"jobs/ingest/{job.Id}")).Status);
        Assert.Equal("JobComplete", (await server.IngestAsync(InsertAccounts, "Name\nA\n")).State());
    }

    private static Task<RestAnswer> PlanAsync(EmulatorServer server, object fault) =>
        server.RestAsync(HttpMethod.Post, "/__emulator/faults", new[] { fault });
}
