using SalesforcePS.Core.Bulk.Classic;
using SalesforcePS.Core.Tests.Support;
using SalesforcePS.Core.Tests.Writing;
using SalesforcePS.Core.Writing;
using Xunit;

namespace SalesforcePS.Core.Tests.Bulk.Classic;

public sealed class Bulk1RecordWriterTests
{
    private static readonly WriteOptions Insert = new(RecordOperation.Insert);

    [Fact]
    public async Task Records_GoInBatchesOfOneJobWithTheSessionInItsHeader()
    {
        var org = new ClassicOrg();
        var records = Input.Accounts(25);

        var outcomes = await org.WriteAsync(Insert with { BulkBatchSize = 10 }, records);

        var job = Assert.Single(org.AllJobs);
        Assert.Equal([("operation", "insert"), ("object", "Account"), ("contentType", "CSV")], job.Settings);
        Assert.Equal("Closed", job.State);
        Assert.Equal([10, 10, 5], job.Batches.Select(batch => batch.Rows.Count));
        Assert.Equal(records.ToHashSet(), outcomes.Select(outcome => outcome.Record).ToHashSet());
        Assert.Equal(25, outcomes.Select(outcome => outcome.Id).Distinct().Count());
        Assert.All(outcomes, outcome => Assert.True(outcome is { Success: true, Created: true } && outcome.JobId == job.Id));
        Assert.All(
            org.Fake.Requests.Where(request => request.Path.StartsWith("/services/async/", StringComparison.Ordinal)),
            request => Assert.Equal("00D!token1", request.Headers["X-SFDC-Session"]));
    }

    [Fact]
    public async Task Options_GoIntoTheJob()
    {
        var org = new ClassicOrg();
        var options = new WriteOptions(RecordOperation.Upsert)
        {
            ExternalIdField = "Key__c",
            AssignmentRule = "01Q000000000001AAA",
            Serial = true,
            DisableBatchRetry = true,
        };

        await org.WriteAsync(options, Input.Of("Account", ("Key__c", "K1"), ("Name", "A")));

        var job = Assert.Single(org.AllJobs);
        Assert.Equal(
            [("operation", "upsert"), ("object", "Account"), ("externalIdFieldName", "Key__c"), ("concurrencyMode", "Serial"), ("contentType", "CSV"), ("assignmentRuleId", "01Q000000000001AAA")],
            job.Settings);
        Assert.Equal("TRUE", job.Headers["Sforce-Disable-Batch-Retry"]);
    }

    [Fact]
    public async Task SerialJobsOfSeveralObjects_DoNotRunSideBySide()
    {
        var org = new ClassicOrg { Polls = 3 };
        var besideOthers = 0;
        org.Arrived = batch => besideOthers += org.Batches.Count(other => other.JobId != batch.JobId && other.PollsLeft >= 0);
        InputRecord[] both = [Input.Of("Account", ("Name", "A")), Input.Of("Contact", ("LastName", "C"))];

        var outcomes = await org.WriteAsync(Insert with { BulkBatchSize = 1, Serial = true }, [.. both, .. both, .. both]);

        Assert.All(outcomes, outcome => Assert.Null(outcome.Error));
        Assert.Equal((6, 0), (org.Batches.Count, besideOthers));
    }

    [Fact]
    public async Task RefusedRecords_HaveTheirOwnErrorsAndTouchNoOthers()
    {
        var org = new ClassicOrg { Result = row => row["Name"].EndsWith('7') ? "\"\",\"false\",\"false\",\"STRING_TOO_LONG:too long:Name --\"" : null };

        var outcomes = await org.WriteAsync(Insert with { BulkBatchSize = 10 }, Input.Accounts(30));

        Assert.Equal(30, outcomes.Count);
        foreach (var outcome in outcomes)
        {
            var isBad = outcome.Record.Fields[0].Value!.ToString()!.EndsWith('7');
            Assert.Equal(!isBad, outcome.Success);
            if (isBad)
                Assert.Equal(("STRING_TOO_LONG", "Name"), (outcome.Error!.ErrorCode, Assert.Single(outcome.Error.Fields)));
        }
    }

    [Fact]
    public async Task WiderRecord_BeginsAnotherJob()
    {
        var org = new ClassicOrg();
        InputRecord[] records = [.. Input.Accounts(4), Input.Of("Account", ("Name", "A4"), ("Phone", "1")), Input.Of("Account", ("Name", "A5"))];

        var outcomes = await org.WriteAsync(Insert with { BulkBatchSize = 2 }, records);

        Assert.Equal(6, outcomes.Count(outcome => outcome.Success));
        Assert.Equal(["Name", "Name,Phone"], org.AllJobs.Select(job => job.Batches.Select(batch => batch.Header).Distinct().Single()));
        Assert.All(org.AllJobs, job => Assert.Equal("Closed", job.State));
    }

    [Fact]
    public async Task LongRows_GoInBatchesOfLessThanTenMegabytes()
    {
        var org = new ClassicOrg();
        var text = new string('\u20AC', 100_000);
        InputRecord[] records = [.. Enumerable.Range(0, 80).Select(i => Input.Of("Account", ("Name", $"A{i}{text}")))];

        var outcomes = await org.WriteAsync(Insert, records);

        Assert.Equal(80, outcomes.Count(outcome => outcome.Success));
        Assert.Equal(3, org.Batches.Count);
        Assert.All(org.Batches, batch => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(batch.Body), 1, 10_000_000));
    }

    [Fact]
    public async Task DeleteByBareIds_FindsTheObjectAndSendsIdsOnly()
    {
        var org = new ClassicOrg();
        org.Fake.Pages[$"{FakeOrg.Rest}/sobjects"] = """{"sobjects":[{"name":"Account","keyPrefix":"001"}]}""";

        var outcomes = await org.WriteAsync(new WriteOptions(RecordOperation.Delete) { Hard = true }, Input.Of("", ("Id", "001000000000001AAA")));

        Assert.True(Assert.Single(outcomes) is { Success: true, Id: "001000000000001AAA", Created: false });
        Assert.Equal(("hardDelete", "Id\n001000000000001AAA\n"), (Assert.Single(org.AllJobs).Operation, Assert.Single(org.Batches).Body));
    }

    [Fact]
    public async Task RecordThatCannotBeSent_IsRefusedAndTheOthersGo()
    {
        var org = new ClassicOrg();

        var outcomes = await org.WriteAsync(Insert, Input.Of("Account", ("Nme", "A")), Input.Of("Account", ("Name", "B")));

        Assert.Equal("INVALID_FIELD", Assert.Single(outcomes, outcome => !outcome.Success).Error!.ErrorCode);
        Assert.Equal("Name\nB\n", Assert.Single(org.Batches).Body);
    }

    [Fact]
    public async Task LockedRecord_IsSentAgainAlone()
    {
        var tries = 0;
        var org = new ClassicOrg
        {
            Result = row => row["Name"] == "A1" && ++tries < 3 ? "\"\",\"false\",\"false\",\"UNABLE_TO_LOCK_ROW:unable to obtain exclusive access:--\"" : null,
        };

        var outcomes = await org.WriteAsync(Insert, Input.Accounts(3));

        Assert.Equal(3, outcomes.Count(outcome => outcome.Success));
        Assert.Equal([3, 1, 1], org.Batches.Select(batch => batch.Rows.Count));
    }

    [Fact]
    public async Task RecordThatStaysLocked_IsRefusedInTheEnd()
    {
        var org = new ClassicOrg { Result = _ => "\"\",\"false\",\"false\",\"UNABLE_TO_LOCK_ROW:unable to obtain exclusive access:--\"" };

        var outcomes = await org.WriteAsync(Insert with { BulkBatchSize = 2 }, Input.Accounts(5));

        Assert.Equal(5, outcomes.Count);
        Assert.All(outcomes, outcome => Assert.Equal("UNABLE_TO_LOCK_ROW", outcome.Error!.ErrorCode));
        Assert.Equal(20, org.Batches.Sum(batch => batch.Rows.Count));
    }

    [Fact]
    public async Task ResultsOfABatch_ComeWhileLaterRecordsAreStillMade()
    {
        var org = new ClassicOrg();
        var firstOutcome = new TaskCompletionSource();
        using var connection = await org.Fake.ConnectAsync();
        var writer = new Bulk1RecordWriter(connection, Insert with { BulkBatchSize = 2 });

        var outcomes = new List<RecordOutcome>();
        await foreach (var outcome in writer.WriteAsync(Records()))
        {
            outcomes.Add(outcome);
            firstOutcome.TrySetResult();
        }

        Assert.Equal(6, outcomes.Count);

        async IAsyncEnumerable<InputRecord> Records()
        {
            foreach (var record in Input.Accounts(3))
                yield return record;
            await firstOutcome.Task.WaitAsync(TimeSpan.FromSeconds(30));
            foreach (var record in Input.Accounts(3))
                yield return record;
        }
    }
}
