namespace SalesforcePS.Emulator.Bulk;

/// <summary>A batch of a Bulk API 1.0 job. The batches of Bulk API 2.0 are the org's own affair and have no record.</summary>
internal sealed record BulkBatch
{
    public const string KeyPrefix = "751";

    public string Id { get; init; } = "";

    public required string JobId { get; init; }

    public BulkBatchState State { get; init; }

    public string? StateMessage { get; init; }

    public DateTimeOffset CreatedDate { get; init; }

    public DateTimeOffset SystemModstamp { get; init; }

    public long NumberRecordsProcessed { get; init; }

    public long NumberRecordsFailed { get; init; }

    /// <summary>Milliseconds.</summary>
    public long TotalProcessingTime { get; init; }

    /// <summary>Milliseconds.</summary>
    public long ApiActiveProcessingTime { get; init; }
}
