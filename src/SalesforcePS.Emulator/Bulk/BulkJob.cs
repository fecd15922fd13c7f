namespace SalesforcePS.Emulator.Bulk;

/// <summary>A job of either version, as it is kept; every change makes a new one.</summary>
internal sealed record BulkJob
{
    public const string KeyPrefix = "750";

    public string Id { get; init; } = "";

    public required BulkJobType JobType { get; init; }

    public required BulkOperation Operation { get; init; }

    /// <summary>The sObject's own name.</summary>
    public required string Object { get; init; }

    public required int ApiVersion { get; init; }

    public required string CreatedById { get; init; }

    public DateTimeOffset CreatedDate { get; init; }

    public DateTimeOffset SystemModstamp { get; init; }

    public BulkJobState State { get; init; }

    public string? ExternalIdFieldName { get; init; }

    public string? AssignmentRuleId { get; init; }

    /// <summary>Bulk API 2.0 knows CSV alone.</summary>
    public string ContentType { get; init; } = "CSV";

    public string ConcurrencyMode { get; init; } = "Parallel";

    public ColumnDelimiter ColumnDelimiter { get; init; }

    public LineEnding LineEnding { get; init; }

    /// <summary>Bulk API 1.0 takes either line ending unless a header asks for this one.</summary>
    public LineEnding? RequestedLineEnding { get; init; }

    /// <summary>Bulk API 1.0: the header that asks for queries in ranges of Ids.</summary>
    public string? PkChunking { get; init; }

    /// <summary>The statement of a query job of Bulk API 2.0.</summary>
    public string? Query { get; init; }

    /// <summary>Bulk API 2.0: the one upload has come.</summary>
    public bool IsUploaded { get; init; }

    public long NumberRecordsProcessed { get; init; }

    public long NumberRecordsFailed { get; init; }

    public int Retries { get; init; }

    /// <summary>Milliseconds.</summary>
    public long TotalProcessingTime { get; init; }

    /// <summary>Milliseconds.</summary>
    public long ApiActiveProcessingTime { get; init; }

    public string? ErrorMessage { get; init; }

    public bool IsQuery => Operation is BulkOperation.Query or BulkOperation.QueryAll;

    public bool IsDelete => Operation is BulkOperation.Delete or BulkOperation.HardDelete;
}
