namespace SalesforcePS.Core.Bulk.Ingest;

/// <summary>The three result files of an ingest job, in the order in which they are read.</summary>
internal enum ResultKind
{
    Successful,
    Failed,
    Unprocessed,
}
