namespace SalesforcePS.Core.Tests.Bulk.Classic;

/// <summary>A batch as the test's org has it.</summary>
internal sealed class ClassicTestBatch(string jobId, string id, string body)
{
    public string JobId => jobId;

    public string Id => id;

    public string Body => body;

    public string State { get; set; } = "Completed";

    public string? StateMessage { get; set; }

    public int Processed { get; set; }

    /// <summary>The lists of batches that still tell it as queued.</summary>
    public int PollsLeft { get; set; }

    public string Header => body.Split('\n')[0];

    /// <summary>The rows, by column; the tests' values need no quotes.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Rows =>
        [.. body.TrimEnd('\n').Split('\n').Skip(1).Select(row => Header.Split(',').Zip(row.Split(',')).ToDictionary(cell => cell.First, cell => cell.Second))];

    public string Results { get; set; } = "";

    public string ToXml()
    {
        var isQueued = PollsLeft-- > 0;
        return $"""
            <batchInfo xmlns="http://www.force.com/2009/06/asyncapi/dataload"><id>{id}</id><jobId>{jobId}</jobId>
            <state>{(isQueued ? "Queued" : State)}</state>{(StateMessage is null || isQueued ? "" : $"<stateMessage>{StateMessage}</stateMessage>")}
            <createdDate>2026-11-22T08:00:00.000Z</createdDate><systemModstamp>2026-11-22T08:00:00.000Z</systemModstamp>
            <numberRecordsProcessed>{(isQueued ? 0 : Processed)}</numberRecordsProcessed><numberRecordsFailed>0</numberRecordsFailed></batchInfo>
            """;
    }
}
