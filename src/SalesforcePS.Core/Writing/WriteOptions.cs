using SalesforcePS.Core.Http;

namespace SalesforcePS.Core.Writing;

/// <summary>How records are written.</summary>
public sealed record WriteOptions(RecordOperation Operation)
{
    /// <summary>The field that identifies records in an upsert.</summary>
    public string? ExternalIdField { get; init; }

    /// <summary>True where records are known by their Id: in an upsert, those without one are inserted.</summary>
    internal bool IsKeyedById => ExternalIdField is null || ExternalIdField.Equals("Id", StringComparison.OrdinalIgnoreCase);

    /// <summary>True where a record is its Id and nothing else.</summary>
    internal bool IsOfIdsAlone => Operation is RecordOperation.Delete or RecordOperation.Undelete;

    /// <summary>What a request of these records allows to be repeated.</summary>
    internal RequestSafety Safety => Operation == RecordOperation.Insert || (Operation == RecordOperation.Upsert && IsKeyedById)
        ? RequestSafety.Once
        : RequestSafety.Idempotent;

    /// <summary>An upsert that never inserts: records whose external id is not in the org are refused.</summary>
    public bool UpdateOnly { get; init; }

    /// <summary>Refuses before they are sent the records that Salesforce would refuse, as far as describe tells.</summary>
    public bool Validate { get; init; }

    /// <summary>Records per request, 1 to 200 (the API's limit).</summary>
    public int BatchSize { get; init; } = 200;

    /// <summary>Rows per bulk job.</summary>
    public int RowsPerJob { get; init; } = 50_000;

    /// <summary>Records per batch of a Bulk 1.0 job, 1 to 10,000 (the API's limit).</summary>
    public int BulkBatchSize { get; init; } = 10_000;

    /// <summary>Bulk jobs under way at once.</summary>
    public int ThrottleLimit { get; init; } = 2;

    /// <summary>Batches of Bulk 1.0 under way at once.</summary>
    public int BatchThrottleLimit { get; init; } = 5;

    /// <summary>The org works on one batch after the other, so that they cannot lock each other's rows; Bulk 1.0 only.</summary>
    public bool Serial { get; init; }

    /// <summary>The org does not try a batch again that ran into a time limit or a lock; Bulk 1.0 only.</summary>
    public bool DisableBatchRetry { get; init; }

    /// <summary>A delete that skips the recycle bin; Bulk only.</summary>
    public bool Hard { get; init; }

    /// <summary>One refused record rolls back the other records of its request.</summary>
    public bool AllOrNone { get; init; }

    /// <summary>Empty text clears the field; without it empty text leaves the field alone.</summary>
    public bool ClearBlank { get; init; }

    /// <summary>The id of an assignment rule, or <c>default</c> for the active one; null runs none. Leads, cases and accounts only.</summary>
    public string? AssignmentRule { get; init; }

    /// <summary>Saves records that a duplicate rule with an alert would refuse.</summary>
    public bool AllowDuplicates { get; init; }

    /// <summary>Text too long for its field is cut to its length in place of an error.</summary>
    public bool AllowFieldTruncation { get; init; }
}
