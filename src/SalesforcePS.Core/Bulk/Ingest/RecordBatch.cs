using SalesforcePS.Core.Writing;

namespace SalesforcePS.Core.Bulk.Ingest;

/// <summary>The records of one job, and the rows they have become; a row's index is that of its record.</summary>
internal sealed record RecordBatch(string ObjectType, IReadOnlyList<InputRecord> Records, IngestBatch Rows)
{
    /// <summary>What is sent in place of the rows alone: a zip with the rows and files. Null for the rows.</summary>
    public Func<HttpContent>? Content { get; init; }
}
