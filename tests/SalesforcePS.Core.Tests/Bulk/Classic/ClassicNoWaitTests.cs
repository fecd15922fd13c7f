using SalesforcePS.Core.Bulk;
using SalesforcePS.Core.Bulk.Classic;
using SalesforcePS.Core.Query;
using SalesforcePS.Core.Tests.Support;
using SalesforcePS.Core.Tests.Writing;
using SalesforcePS.Core.Writing;
using Xunit;

namespace SalesforcePS.Core.Tests.Bulk.Classic;

public sealed class ClassicNoWaitTests
{
    private static readonly WriteOptions Insert = new(RecordOperation.Insert) { BulkBatchSize = 10 };

    private static readonly InputRecord[] TwoWidths = [.. Input.Accounts(3), Input.Of("Account", ("Name", "A3"), ("Phone", "1"))];

    [Fact]
    public async Task AllBatches_AreSentAndTheClosedJobIsReportedOnce()
    {
        var org = new ClassicOrg();

        var (outcomes, reported) = await WriteAsync(org, Insert with { BatchThrottleLimit = 1 }, Input.Accounts(25));

        var job = Assert.Single(org.AllJobs);
        Assert.Equal(("Closed", 3), (job.State, job.Batches.Count));
        Assert.Equal((job.Id, "Closed", "insert", true), Assert.Single(reported.Select(report => (report.Id, report.State, report.Operation, report.IsClassic))));
        Assert.Equal(25, outcomes.Count);
        Assert.All(outcomes, outcome => Assert.True(outcome.IsPending && outcome.JobId == job.Id));
        Assert.DoesNotContain(org.Fake.Requests, request => request.Method == HttpMethod.Get && request.Path.Contains("/job/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task EachJob_IsReported()
    {
        var org = new ClassicOrg();

        var (outcomes, reported) = await WriteAsync(org, Insert with { BulkBatchSize = 2 }, TwoWidths);

        Assert.Equal(org.AllJobs.Select(job => job.Id), reported.Select(job => job.Id));
        Assert.Equal([2, 2], outcomes.GroupBy(outcome => outcome.JobId).Select(job => job.Count()));
    }

    [Fact]
    public async Task SerialJob_IsDoneBeforeTheNextOneBegins()
    {
        var org = new ClassicOrg { Polls = 3 };

        await WriteAsync(org, Insert with { BulkBatchSize = 2, Serial = true }, TwoWidths);

        var requests = org.Fake.Requests.ToList();
        var second = requests.FindLastIndex(request => request.Method == HttpMethod.Post && request.Path.EndsWith("/job", StringComparison.Ordinal));
        Assert.Equal(2, org.AllJobs.Count);
        Assert.Contains(requests[..second], request => request.Method == HttpMethod.Get && request.Path.EndsWith("/batch", StringComparison.Ordinal));
        Assert.True(org.Batches[0].PollsLeft < 0);
    }

    [Fact]
    public async Task JobThatCannotBeClosed_IsReportedAsItIs()
    {
        var org = new ClassicOrg { Before = request => request.Body.Contains("Closed", StringComparison.Ordinal) ? ClassicOrg.Error("InvalidUser", "not yours") : null };

        var (outcomes, reported) = await WriteAsync(org, Insert, Input.Accounts(2));

        Assert.All(outcomes, outcome => Assert.True(outcome.IsPending));
        var job = Assert.Single(reported);
        Assert.Equal("Open", job.State);
        Assert.Equal("The job could not be closed: not yours", job.ErrorMessage);
    }

    [Fact]
    public async Task BatchThatTheOrgDoesNotTake_IsTheErrorOfItsRecordsAndNoJobIsReported()
    {
        var org = new ClassicOrg { Before = request => ClassicOrg.IsBatchPost(request) ? ClassicOrg.Error("ClientInputError", "no") : null };

        var (outcomes, reported) = await WriteAsync(org, Insert, Input.Accounts(2));

        Assert.All(outcomes, outcome => Assert.Equal("ClientInputError", outcome.Error!.ErrorCode));
        Assert.Empty(reported);
    }

    [Fact]
    public async Task LostAnswer_DoublesNothingAndEveryRecordHasItsJob()
    {
        var org = new ClassicOrg();
        org.LoseAnswerOfFirstBatch();

        var (outcomes, reported) = await WriteAsync(org, Insert, Input.Accounts(20));

        Assert.Equal(20, org.Batches.Sum(batch => batch.Rows.Count));
        Assert.Equal(org.AllJobs.Select(job => job.Id), reported.Select(job => job.Id));
        Assert.All(outcomes, outcome => Assert.Contains(outcome.JobId, reported.Select(job => job.Id)));
    }

    [Fact]
    public async Task Query_IsAClosedJob()
    {
        var org = new ClassicOrg();
        using var connection = await org.Fake.ConnectAsync();

        var job = await new QueryRunner(connection).StartJobAsync("SELECT Id FROM Account WHERE Name = :name", new QueryOptions { Api = QueryApi.Bulk1, Parameters = new Dictionary<string, object?> { ["name"] = "A" } });

        Assert.Equal(("query", "Closed", true), (job.Operation, job.State, job.IsClassic));
        Assert.Equal("SELECT Id FROM Account WHERE Name = 'A'", Assert.Single(org.Batches).Body);
    }

    private static async Task<(List<RecordOutcome> Outcomes, List<BulkJob> Reported)> WriteAsync(ClassicOrg org, WriteOptions options, InputRecord[] records)
    {
        using var connection = await org.Fake.ConnectAsync();
        var reported = new List<BulkJob>();
        var writer = new Bulk1RecordWriter(connection, options) { Report = reported.Add, NoWait = true };
        return (await writer.WriteAsync(records.ToAsync()).ToListAsync(), reported);
    }
}
