using SalesforcePS.Core.Bulk;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Tests.Support;
using Xunit;

namespace SalesforcePS.Core.Tests.Bulk;

public sealed class BulkJobsTests
{
    private const string Jobs = $"{FakeOrg.Rest}/jobs";

    [Fact]
    public async Task List_HasBothKindsOnceAndTheNewestFirst()
    {
        var org = new FakeOrg();
        org.Pages[$"{Jobs}/ingest"] = List($"{Jobs}/ingest?queryLocator=2", Job("A", "insert", "V2Ingest", 1), Job("C", "insert", "Classic", 3));
        org.Pages[$"{Jobs}/ingest?queryLocator=2"] = List(null, Job("D", "update", "V2Ingest", 0));
        org.Pages[$"{Jobs}/query"] = List(null, Job("B", "query", "V2Query", 2), Job("C", "insert", "Classic", 3));
        using var connection = await org.ConnectAsync();

        var jobs = await new BulkJobs(connection).ListAsync();

        Assert.Equal(["C", "B", "A", "D"], jobs.Select(job => job.Id));
        Assert.Null(jobs[1].RecordsProcessed);
        Assert.Equal([true, false], [jobs[0].IsClassic, jobs[1].IsClassic]);
    }

    [Fact]
    public async Task Job_IsFoundAtEitherAddress()
    {
        var org = new FakeOrg();
        org.Pages[$"{Jobs}/query/B"] = Job("B", "query", "V2Query", 2);
        using var connection = await org.ConnectAsync();

        Assert.True((await new BulkJobs(connection).GetAsync("B")).IsQuery);
    }

    [Fact]
    public async Task JobOfAnotherVersion_IsFoundInTheListAndAskedForInItsOwn()
    {
        var org = new FakeOrg { On = request => request.Path == $"{Jobs}/query/B" ? Answers.Error(409, "INVALIDJOB", "another version") : null };
        org.Pages[$"{Jobs}/ingest"] = List(null);
        org.Pages[$"{Jobs}/query"] = List(null, Job("B", "query", "V2Query", 2, "60.0"));
        org.Pages["/services/data/v60.0/jobs/query/B"] = Job("B", "query", "V2Query", 2, "60");
        using var connection = await org.ConnectAsync();
        var jobs = new BulkJobs(connection);

        var job = await jobs.RefreshAsync(await jobs.GetAsync("B"));

        Assert.Equal("60.0", job.ApiVersion);
    }

    [Fact]
    public async Task UnknownJob_IsNotFound()
    {
        var org = new FakeOrg();
        org.Pages[$"{Jobs}/ingest"] = org.Pages[$"{Jobs}/query"] = List(null);
        using var connection = await org.ConnectAsync();

        var missing = await Assert.ThrowsAsync<SalesforceException>(() => new BulkJobs(connection).GetAsync("X"));

        Assert.Equal(("NOT_FOUND", 404), (missing.ErrorCode, missing.StatusCode));
        Assert.StartsWith("The org has no bulk job 'X'", missing.Message, StringComparison.Ordinal);
    }

    private static string List(string? next, params string[] jobs) =>
        $$"""{"done":{{(next is null ? "true" : "false")}},"records":[{{string.Join(',', jobs)}}],"nextRecordsUrl":{{(next is null ? "null" : $"\"{next}\"")}}}""";

    private static string Job(string id, string operation, string type, int minute, string version = "68.0") =>
        $$"""{"id":"{{id}}","operation":"{{operation}}","object":"Account","state":"JobComplete","jobType":"{{type}}","apiVersion":{{version}},"createdDate":"2026-11-22T08:0{{minute}}:00.000+0000"}""";
}
