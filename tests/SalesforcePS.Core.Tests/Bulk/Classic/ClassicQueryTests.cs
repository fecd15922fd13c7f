using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Query;
using SalesforcePS.Core.Records;
using SalesforcePS.Core.Tests.Support;
using Xunit;

namespace SalesforcePS.Core.Tests.Bulk.Classic;

public sealed class ClassicQueryTests
{
    private const string Soql = "SELECT Id, NumberOfEmployees, Parent.Name FROM Account";

    private static readonly QueryOptions Bulk1 = new() { Api = QueryApi.Bulk1 };

    /// <summary>Polls are over at once, the time that an abort may take is not.</summary>
    private static FakeTime Short => new() { Patience = TimeSpan.FromMilliseconds(600) };

    [Fact]
    public async Task Rows_ComeAsTypedRecords()
    {
        var org = new ClassicOrg(Short) { Files = [File(1, 2)], Polls = 3 };

        var rows = await ReadAsync(org, Bulk1);

        Assert.Equal([1, 2], rows.Select(Number));
        Assert.Equal("A2", Value(rows[1], "Parent.Name"));
        var job = Assert.Single(org.AllJobs);
        Assert.Equal([("operation", "query"), ("object", "Account"), ("contentType", "CSV")], job.Settings);
        Assert.Equal(("Closed", false, Soql), (job.State, job.IsSplit, Assert.Single(job.Batches).Body));
    }

    [Fact]
    public async Task SplitQuery_GivesTheRowsOfAllRangesInTheirOrder()
    {
        var org = new ClassicOrg { Files = [File(1, 2), "Records not found for this query", File(3), File(4, 5)], Polls = 2 };

        var rows = await ReadAsync(org, Bulk1 with { PkChunkSize = 50_000, IncludeDeleted = true });

        Assert.Equal([1, 2, 3, 4, 5], rows.Select(Number));
        var job = Assert.Single(org.AllJobs);
        Assert.Equal(("queryAll", "chunkSize=50000"), (job.Operation, job.Headers["Sforce-Enable-PKChunking"]));
    }

    [Fact]
    public async Task QueryThatTheOrgDoesNotSplit_GivesItsRowsAndANote()
    {
        var notes = new List<string>();
        var org = new ClassicOrg { Files = [File(1)] };
        org.Arrived = batch =>
        {
            org.AllJobs[0].Batches[0].State = "Completed";
            (org.AllJobs[0].Batches[0].Results, org.AllJobs[0].Batches[0].Processed) = (batch.Results, batch.Processed);
        };

        var rows = await ReadAsync(org, Bulk1 with { PkChunkSize = 50_000, Note = notes.Add });

        Assert.Single(rows);
        Assert.Contains(notes, note => note.StartsWith("The org has not split the query", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Failed", "JOB_FAILED")]
    [InlineData("NotProcessed", "JOB_ABORTED")]
    public async Task RangeWithoutRows_EndsTheQueryAndTheJob(string state, string code)
    {
        var org = new ClassicOrg(Short) { Files = [File(1), File(2)] };
        org.Arrived = batch => batch.State = batch.Results == File(2) ? state : batch.State;

        var error = await Assert.ThrowsAsync<SalesforceException>(() => ReadAsync(org, Bulk1 with { PkChunkSize = 1 }));

        Assert.Equal(code, error.ErrorCode);
        Assert.Equal("Aborted", Assert.Single(org.AllJobs).State);
    }

    [Fact]
    public async Task JobThatIsStopped_IsNotTakenForOneWithoutRows()
    {
        var org = new ClassicOrg { Files = [] };

        var error = await Assert.ThrowsAsync<SalesforceException>(() => ReadAsync(org, Bulk1 with { PkChunkSize = 1 }));

        Assert.Equal("JOB_ABORTED", error.ErrorCode);
    }

    [Fact]
    public async Task FewerRowsThanFound_AreAnError()
    {
        var org = new ClassicOrg { Files = [File(1, 2)], Arrived = batch => batch.Processed = 3 };

        var error = await Assert.ThrowsAsync<ProtocolException>(() => ReadAsync(org, Bulk1));

        Assert.Equal("ROWS_MISSING", error.ErrorCode);
    }

    [Fact]
    public async Task LostAnswerOfTheBatch_IsFollowedByAnotherJobAndNoRowComesTwice()
    {
        var org = new ClassicOrg(Short) { Files = [File(1, 2)] };
        org.LoseAnswerOfFirstBatch();

        var rows = await ReadAsync(org, Bulk1);

        Assert.Equal([1, 2], rows.Select(Number));
        Assert.Equal(["Aborted", "Closed"], org.AllJobs.Select(job => job.State));
    }

    [Fact]
    public async Task FileThatBreaksOff_IsReadAgainAndNoRowComesTwice()
    {
        var org = new ClassicOrg { Files = [File(1, 2, 3)] };
        var breaks = 0;
        org.Before = request => request.Path.Contains("/result/", StringComparison.Ordinal) && breaks++ == 0
            ? Answers.BrokenOff(File(1), "text/csv")
            : null;

        Assert.Equal([1, 2, 3], (await ReadAsync(org, Bulk1)).Select(Number));
    }

    [Fact]
    public async Task QueryThatBulkCannotRun_IsRefusedBeforeThereIsAJob()
    {
        var org = new ClassicOrg();

        var error = await Assert.ThrowsAsync<SalesforceException>(() => ReadAsync(org, Bulk1, "SELECT BillingAddress FROM Account"));

        Assert.Equal("NOT_SUPPORTED_BY_BULK", error.ErrorCode);
        Assert.Empty(org.AllJobs);
    }

    private static string File(params int[] numbers) =>
        "\"Id\",\"NumberOfEmployees\",\"Parent.Name\"\n" + string.Concat(numbers.Select(number => $"\"001{number:D12}AAA\",\"{number}\",\"A{number}\"\n"));

    private static object? Value(SalesforceRecord record, string name) => record.GetType().GetProperty(name)!.GetValue(record);

    private static int Number(SalesforceRecord record) => (int)Value(record, "NumberOfEmployees")!;

    private static async Task<List<SalesforceRecord>> ReadAsync(ClassicOrg org, QueryOptions options, string soql = Soql)
    {
        using var connection = await org.Fake.ConnectAsync();
        var pages = await new QueryRunner(connection).ReadPagesAsync(soql, options).ToListAsync();
        return [.. pages.SelectMany(page => page).Cast<SalesforceRecord>()];
    }
}
