using SalesforcePS.Core.Bulk;
using SalesforcePS.Core.Tests.Support;
using Xunit;

namespace SalesforcePS.Core.Tests.Bulk.Classic;

public sealed class ClassicJobTests
{
    private static ForeignBatch Batch(string state, int processed = 0, int failed = 0, string? message = null) =>
        new([]) { State = state, Processed = processed, Failed = failed, Message = message };

    [Theory]
    [InlineData("CSV", "68.0")]
    [InlineData("JSON", "68.0")]
    [InlineData("CSV", "40.0")]
    public async Task Get_FindsTheJobWithTheCountsOfItsBatches(string contentType, string version)
    {
        var job = new ForeignJob { ContentType = contentType, Version = version, Batches = [Batch("Completed", 200, 3), Batch("Failed", message: "InvalidBatch : x"), Batch("InProgress", 50)] };

        var seen = await job.GetAsync();

        Assert.Equal((ForeignJob.Id, "insert", "Account", "Closed", contentType, version), (seen.Id, seen.Operation, seen.ObjectType, seen.State, seen.ContentType, seen.ApiVersion));
        Assert.Equal((250L, 3L, 1, "InvalidBatch : x"), (seen.RecordsProcessed, seen.RecordsFailed, seen.BatchesUnderWay, seen.ErrorMessage));
        Assert.True(seen is { IsClassic: true, IsQuery: false, IsDone: false });
    }

    [Fact]
    public async Task JobThatIsAlsoToldAmongThoseOfBulk2_IsAskedForItsBatches()
    {
        var job = new ForeignJob { Batches = [Batch("Completed", 7)] };
        job.Org.Pages[$"{FakeOrg.Rest}/jobs/ingest/{ForeignJob.Id}"] =
            $$"""{"id":"{{ForeignJob.Id}}","operation":"insert","object":"Account","state":"Closed","jobType":"Classic","apiVersion":68.0}""";

        var seen = await job.GetAsync();

        Assert.Equal((7L, true), (seen.RecordsProcessed, seen.IsDone));
    }

    [Theory]
    [InlineData("Open", "Completed", false)]
    [InlineData("Closed", "Queued", false)]
    [InlineData("Aborted", "InProgress", false)]
    [InlineData("Closed", "NotProcessed", true)]
    [InlineData("Aborted", "NotProcessed", true)]
    [InlineData("Failed", "Failed", true)]
    public async Task Job_IsDoneWhereItTakesNoMoreBatchesAndHasDoneThoseItHas(string state, string batch, bool isDone) =>
        Assert.Equal(isDone, (await new ForeignJob { State = state, Batches = [Batch("Completed"), Batch(batch)] }.GetAsync()).IsDone);

    [Fact]
    public async Task ClosedJobInTheList_IsNotTakenForDone()
    {
        using var connection = await new ForeignJob().Org.ConnectAsync();

        Assert.False(Assert.Single(await new BulkJobs(connection).ListAsync()).IsDone);
    }

    [Fact]
    public async Task Watch_GoesOnUntilSomeoneHasClosedTheJobAndItsBatchesAreDone()
    {
        var looks = 0;
        var job = new ForeignJob { State = "Open", Batches = [Batch("Completed"), Batch("Queued")] };
        job.Looked = () =>
        {
            looks++;
            job.State = looks < 4 ? "Open" : "Closed";
            job.Batches[1].State = looks < 6 ? "InProgress" : "Completed";
        };

        var states = await job.ReadAsync((jobs, found) => jobs.WatchAsync(found));

        Assert.Equal(["Open", "Open", "Open", "Closed", "Closed"], states.Select(state => state.State));
        Assert.Equal([false, false, false, false, true], states.Select(state => state.IsDone));
    }

    [Fact]
    public async Task Abort_GoesToTheJobsOwnVersion()
    {
        var job = new ForeignJob { State = "Open", Version = "40.0" };
        using var connection = await job.Org.ConnectAsync();
        var jobs = new BulkJobs(connection);

        await jobs.AbortAsync(await jobs.GetAsync(ForeignJob.Id));

        Assert.Equal("Aborted", job.State);
    }
}
