using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Query;
using SalesforcePS.Core.Records;
using Xunit;

namespace SalesforcePS.Core.Tests.Bulk.Classic;

public sealed class ClassicQueryReceiveTests
{
    [Fact]
    public async Task RangesOfASplitQuery_ComeInTheirOrderAsTypedRecords()
    {
        var job = Job(new ForeignBatch([]) { State = "NotProcessed" }, Result(1, 2), Result(), Result(3));

        var records = await ReceiveAsync(job);

        Assert.Equal([1, 2, 3], records.Select(record => Value(record, "NumberOfEmployees")));
        Assert.Equal("Salesforce.Account", records[0].GetType().FullName);
    }

    [Fact]
    public async Task QueriesOfOneJob_HaveColumnsOfTheirOwn()
    {
        var job = Job(Result(1), new ForeignBatch([], List("752"), ("result/752", "\"Name\"\n\"A\"\n")) { Processed = 1 });

        var records = await ReceiveAsync(job);

        Assert.Equal([1, "A"], [Value(records[0], "NumberOfEmployees"), Value(records[1], "Name")]);
    }

    [Fact]
    public async Task FewerRecordsThanTheBatchesFound_AreAnError()
    {
        var job = Job(Result(1) with { Processed = 2 });

        Assert.Equal("ROWS_MISSING", (await Assert.ThrowsAsync<ProtocolException>(() => ReceiveAsync(job))).ErrorCode);
    }

    [Theory]
    [InlineData("Closed", "Failed", "CSV", "JOB_FAILED")]
    [InlineData("Closed", "NotProcessed", "CSV", "JOB_ABORTED")]
    [InlineData("Closed", "InProgress", "CSV", "JOB_NOT_DONE")]
    [InlineData("Open", "Completed", "CSV", "JOB_NOT_DONE")]
    [InlineData("Aborted", "Completed", "CSV", "JOB_ABORTED")]
    [InlineData("Failed", "Failed", "CSV", "JOB_FAILED")]
    [InlineData("Closed", "Completed", "XML", "CONTENT_TYPE_NOT_SUPPORTED")]
    [InlineData("Closed", "Completed", "JSON", "CONTENT_TYPE_NOT_SUPPORTED")]
    public async Task JobWithoutRecordsToRead_SaysWhy(string state, string batch, string contentType, string code)
    {
        var job = new ForeignJob { Operation = "query", State = state, ContentType = contentType, Batches = [new([]) { State = batch, Message = "InvalidBatch : Failed to process query" }] };

        Assert.Equal(code, (await Assert.ThrowsAsync<SalesforceException>(() => ReceiveAsync(job))).ErrorCode);
    }

    private static ForeignJob Job(params ForeignBatch[] batches) => new() { Operation = "queryAll", Batches = [.. batches] };

    private static ForeignBatch Result(params int[] numbers) => new(
        [],
        List("752"),
        ("result/752", numbers.Length == 0 ? "Records not found for this query" : "\"NumberOfEmployees\"\n" + string.Concat(numbers.Select(number => $"\"{number}\"\n"))))
    {
        Processed = numbers.Length,
    };

    private static (string Path, string Body) List(string id) =>
        ("result", $"<result-list xmlns=\"http://www.force.com/2009/06/asyncapi/dataload\"><result>{id}</result></result-list>");

    private static object? Value(SalesforceRecord record, string name) => record.GetType().GetProperty(name)!.GetValue(record);

    private static async Task<List<SalesforceRecord>> ReceiveAsync(ForeignJob job)
    {
        var chunks = await job.ReadAsync((jobs, found) => jobs.ReadRecordsAsync(found, new QueryOptions()));
        return [.. chunks.SelectMany(chunk => chunk).Cast<SalesforceRecord>()];
    }
}
