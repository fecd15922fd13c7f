using SalesforcePS.Core.Bulk;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Query;
using Xunit;

namespace SalesforcePS.Core.Tests.Bulk.Query;

public sealed class QueryJobTests
{
    private const string Soql = "SELECT Id FROM Account";

    [Theory]
    [InlineData("Failed", "JOB_FAILED", "The bulk query job 750000000000001AAA failed: InvalidBatch : no")]
    [InlineData("Aborted", "JOB_ABORTED", "The bulk query job 750000000000001AAA was aborted.")]
    public async Task JobThatDoesNotComplete_IsAnErrorWithItsMessage(string state, string code, string message)
    {
        var org = new QueryOrg { States = ["InProgress", state], ErrorMessage = "InvalidBatch : no" };

        var failed = await Assert.ThrowsAsync<SalesforceException>(() => org.ReadAsync(Soql));

        Assert.Equal((code, message), (failed.ErrorCode, failed.Message));
        Assert.Equal(0, org.Aborts);
    }

    [Fact]
    public async Task Polls_GrowApart()
    {
        var org = new QueryOrg("\"Id\"\n") { States = [.. Enumerable.Repeat("InProgress", 40), "JobComplete"] };
        var seen = new List<BulkJob>();

        await org.ReadAsync(Soql, new QueryOptions { Api = QueryApi.Bulk, JobSeen = seen.Add });

        var waits = org.Fake.Time.Waits.Where(wait => wait <= TimeSpan.FromSeconds(20)).ToList();
        Assert.Equal(TimeSpan.FromMilliseconds(100), waits[0]);
        Assert.Equal(waits.Order(), waits);
        Assert.Equal(TimeSpan.FromSeconds(20), waits[^1]);
        Assert.Equal(41, seen.Count);
    }

    [Fact]
    public async Task Cancelled_AbortsTheJob()
    {
        using var stop = new CancellationTokenSource();
        var org = new QueryOrg { States = ["InProgress"] };
        // The first poll is over at once, the time that an abort may take is not.
        org.Fake.Time.Patience = TimeSpan.FromMilliseconds(600);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            using var connection = await org.Fake.ConnectAsync();
            await foreach (var _ in new QueryRunner(connection).ReadPagesAsync(Soql, new QueryOptions { Api = QueryApi.Bulk }, stop.Token))
                await stop.CancelAsync();
        });

        Assert.Equal(1, org.Aborts);
    }

    [Fact]
    public async Task ReaderThatStopsEarly_AbortsTheJobToo()
    {
        var org = new QueryOrg { States = ["InProgress"] };
        // The first poll is over at once, the time that an abort may take is not.
        org.Fake.Time.Patience = TimeSpan.FromMilliseconds(600);
        using var connection = await org.Fake.ConnectAsync();

        await foreach (var _ in new QueryRunner(connection).ReadPagesAsync(Soql, new QueryOptions { Api = QueryApi.Bulk }))
            break;

        Assert.Equal(1, org.Aborts);
    }

    [Fact]
    public async Task LongList_GoesOutInOneJob()
    {
        var org = new QueryOrg("\"Id\"\n");

        await org.ReadAsync("SELECT Id FROM Account WHERE Name IN :names", new QueryOptions
        {
            Api = QueryApi.Bulk,
            Parameters = new Dictionary<string, object?> { ["names"] = Enumerable.Range(0, 5000).Select(i => $"A{i}").ToArray() },
        });

        Assert.Single(org.JobRequests, request => request.Method == HttpMethod.Post);
    }
}
