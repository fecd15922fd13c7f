namespace SalesforcePS.Core.Bulk.Classic;

/// <summary>A batch of a Bulk 1.0 job as the org tells it (api-asynch "BatchInfo").</summary>
/// <param name="State">Queued, InProgress, Completed, Failed or NotProcessed.</param>
/// <param name="StateMessage">Why it failed, such as <c>InvalidBatch : Field name not found : X</c>.</param>
/// <param name="RecordsProcessed">Rows the org has worked on, refused ones included; for a query, rows found.</param>
internal sealed record ClassicBatch(string Id, string State, string? StateMessage, long RecordsProcessed, long RecordsFailed)
{
    /// <summary>True where the org does nothing more with the batch.</summary>
    public bool IsDone => State is "Completed" or "Failed" or "NotProcessed";

    /// <summary>The job with the sums of its batches.</summary>
    public static BulkJob Sum(BulkJob job, IReadOnlyList<ClassicBatch> batches) => job with
    {
        RecordsProcessed = batches.Sum(static batch => batch.RecordsProcessed),
        RecordsFailed = batches.Sum(static batch => batch.RecordsFailed),
        BatchesUnderWay = batches.Count(static batch => !batch.IsDone),
        ErrorMessage = batches.FirstOrDefault(static batch => batch.State == "Failed")?.StateMessage,
    };
}
