using SalesforcePS.Core.Bulk.Classic;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Tests.Support;
using SalesforcePS.Core.Tests.Writing;
using SalesforcePS.Core.Writing;
using Xunit;

namespace SalesforcePS.Core.Tests.Bulk.Classic;

public sealed class ClassicFailureTests
{
    private static readonly WriteOptions Insert = new(RecordOperation.Insert) { BulkBatchSize = 2 };

    [Fact]
    public async Task FailedBatch_IsTheErrorOfEachOfItsRecordsAndNamesTheColumn()
    {
        var org = new ClassicOrg
        {
            Arrived = batch =>
            {
                if (batch.Rows[0]["Name"] == "A2")
                    (batch.State, batch.StateMessage, batch.Processed) = ("Failed", "InvalidBatch : Field name not found : Name", 0);
            },
        };

        var outcomes = await org.WriteAsync(Insert, Input.Accounts(6));

        Assert.Equal(4, outcomes.Count(outcome => outcome.Success));
        foreach (var outcome in outcomes.Where(outcome => !outcome.Success))
        {
            Assert.Contains(outcome.Record.Fields[0].Value, new[] { "A2", "A3" });
            var error = Assert.IsType<RecordException>(outcome.Error);
            Assert.Equal("InvalidBatch", error.ErrorCode);
            Assert.Equal(["Name"], error.Fields);
            Assert.Contains("The column 'Name' is wrong, and so no record of the batch was written.", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task BatchThatFailedMidway_HasTheResultsItHas()
    {
        var org = new ClassicOrg { Arrived = batch => (batch.State, batch.StateMessage) = ("Failed", "InternalServerError : gone") };

        Assert.All(await org.WriteAsync(Insert, Input.Accounts(2)), outcome => Assert.True(outcome.Success));
    }

    [Fact]
    public async Task BatchThatWasNotProcessed_MayBeSentAgain()
    {
        var org = new ClassicOrg { Arrived = batch => (batch.State, batch.Processed) = ("NotProcessed", 0) };

        var outcomes = await org.WriteAsync(Insert, Input.Accounts(2));

        Assert.All(outcomes, outcome => Assert.Equal("NOT_PROCESSED", outcome.Error!.ErrorCode));
        Assert.Equal(2, outcomes.Count);
    }

    [Theory]
    [InlineData("\"Id\",\"Success\",\"Created\",\"Error\"\n\"001\",\"true\",\"true\",\"\"\n")]
    [InlineData("\"Id\",\"Success\",\"Created\",\"Error\"\n")]
    [InlineData("Records not found")]
    [InlineData("")]
    public async Task ResultsThatDoNotFitTheRecords_BindToNone(string results)
    {
        var org = new ClassicOrg { Arrived = batch => batch.Results = results };

        var outcomes = await org.WriteAsync(Insert, Input.Accounts(2));

        Assert.Equal(2, outcomes.Count);
        Assert.All(outcomes, outcome => Assert.IsType<OutcomeUnknownException>(outcome.Error));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task LostAnswerOfABatch_IsLookedUpAndNothingIsDoubled(bool arrives)
    {
        var org = new ClassicOrg();
        var losses = 0;
        org.Before = request =>
        {
            if (!ClassicOrg.IsBatchPost(request) || !request.Body.Contains("A2", StringComparison.Ordinal) || losses++ > 0)
                return null;
            if (arrives)
                org.Take(request).Dispose();
            throw Answers.ConnectionLost();
        };

        var outcomes = await org.WriteAsync(Insert, Input.Accounts(6));

        Assert.Equal(6, outcomes.Count(outcome => outcome.Success));
        Assert.Equal(Enumerable.Range(0, 6).Select(i => $"A{i}"), org.Batches.SelectMany(batch => batch.Rows).Select(row => row["Name"]).Order());
        Assert.All(org.AllJobs, job => Assert.Equal("Closed", job.State));
        Assert.Equal(2, org.AllJobs.Count);
    }

    [Fact]
    public async Task LostAnswerThatCannotBeLookedUp_LeavesTheOutcomeOpen()
    {
        var org = new ClassicOrg();
        var isLost = false;
        org.Before = request =>
        {
            if (ClassicOrg.IsBatchPost(request) && request.Body.Contains("A0", StringComparison.Ordinal))
            {
                isLost = true;
                throw Answers.ConnectionLost();
            }
            return isLost && request.Path.EndsWith("1AAA", StringComparison.Ordinal) ? ClassicOrg.Error("InvalidJob", "Unable to find the job") : null;
        };

        var outcomes = await org.WriteAsync(Insert, Input.Accounts(4));

        Assert.Equal(2, outcomes.Count(outcome => outcome.Error is OutcomeUnknownException));
        Assert.Equal(2, outcomes.Count(outcome => outcome.Success));
    }

    [Fact]
    public async Task BatchThatNeverArrives_IsSaidNotToBeWritten()
    {
        var org = new ClassicOrg { Before = request => ClassicOrg.IsBatchPost(request) ? throw Answers.ConnectionLost() : null };

        var outcomes = await org.WriteAsync(Insert, Input.Accounts(2));

        Assert.Equal(2, outcomes.Count);
        Assert.All(outcomes, outcome => Assert.IsType<ConnectionException>(outcome.Error));
        Assert.Equal(3, org.AllJobs.Count);
    }

    [Fact]
    public async Task EndedSession_IsRenewedOnce()
    {
        var org = new ClassicOrg
        {
            Before = request => request.Headers["X-SFDC-Session"] == "00D!token1" && ClassicOrg.IsBatchPost(request) ? ClassicOrg.Error("InvalidSessionId", "Invalid session id") : null,
        };

        var outcomes = await org.WriteAsync(Insert, Input.Accounts(5));

        Assert.Equal(5, outcomes.Count(outcome => outcome.Success));
        Assert.Equal(3, org.Batches.Count);
        Assert.Equal(4, org.Fake.Requests.Count(ClassicOrg.IsBatchPost));
    }

    [Fact]
    public async Task UsedUpAllocation_IsNotAskedForByLaterBatches()
    {
        var org = new ClassicOrg { Before = request => ClassicOrg.IsBatchPost(request) ? ClassicOrg.Error("ExceededQuota", "ApiBatchItems Limit exceeded.") : null };

        var outcomes = await org.WriteAsync(Insert, Input.Accounts(6));

        Assert.Equal(6, outcomes.Count);
        Assert.All(outcomes, outcome => Assert.IsType<RequestLimitException>(outcome.Error));
        Assert.Single(org.Fake.Requests, ClassicOrg.IsBatchPost);
    }

    [Fact]
    public async Task JobThatCannotBeOpened_IsTheErrorOfEachRecord()
    {
        var org = new ClassicOrg { Before = _ => ClassicOrg.Error("FeatureNotEnabled", "Async API not enabled") };

        var outcomes = await org.WriteAsync(Insert, Input.Accounts(4));

        Assert.Equal(4, outcomes.Count);
        Assert.All(outcomes, outcome => Assert.Equal("FeatureNotEnabled", outcome.Error!.ErrorCode));
    }

    [Fact]
    public async Task Cancelled_AbortsTheJob()
    {
        using var stop = new CancellationTokenSource();
        var polled = new TaskCompletionSource();
        var org = new ClassicOrg(new FakeTime { Patience = TimeSpan.FromMilliseconds(300) })
        {
            Arrived = batch => batch.PollsLeft = int.MaxValue,
            Before = request =>
            {
                if (request.Method == HttpMethod.Get)
                    polled.TrySetResult();
                return null;
            },
        };
        using var connection = await org.Fake.ConnectAsync();

        var writing = new Bulk1RecordWriter(connection, Insert).WriteAsync(Input.Accounts(5).ToAsync(), stop.Token).ToListAsync();
        await polled.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => writing);
        Assert.Equal("Aborted", Assert.Single(org.AllJobs).State);
    }
}
