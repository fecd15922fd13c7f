using SalesforcePS.Emulator.Bulk;

namespace SalesforcePS.Emulator.Bulk1;

/// <summary>jobInfo and batchInfo, with their members in the order in which an org gives them.</summary>
internal static class InfoElements
{
    public const string Batch = "batchInfo";

    public static AsyncElement Job(BulkJob job, IReadOnlyList<BulkBatch> batches) => new("jobInfo",
    [
        new("id", job.Id),
        new("operation", BulkNames.Of(job.Operation)),
        new("object", job.Object),
        new("createdById", job.CreatedById),
        new("createdDate", job.CreatedDate),
        new("systemModstamp", job.SystemModstamp),
        new("state", job.State.ToString()),
        new("externalIdFieldName", job.ExternalIdFieldName),
        new("concurrencyMode", job.ConcurrencyMode),
        new("contentType", job.ContentType),
        new("assignmentRuleId", job.AssignmentRuleId),
        new("numberBatchesQueued", Count(batches, BulkBatchState.Queued)),
        new("numberBatchesInProgress", Count(batches, BulkBatchState.InProgress)),
        new("numberBatchesCompleted", Count(batches, BulkBatchState.Completed)),
        new("numberBatchesFailed", Count(batches, BulkBatchState.Failed)),
        new("numberBatchesTotal", (long)batches.Count),
        new("numberRecordsProcessed", batches.Sum(batch => batch.NumberRecordsProcessed)),
        new("numberRetries", (long)job.Retries),
        new("apiVersion", (double)job.ApiVersion),
        new("numberRecordsFailed", batches.Sum(batch => batch.NumberRecordsFailed)),
        new("totalProcessingTime", batches.Sum(batch => batch.TotalProcessingTime)),
        new("apiActiveProcessingTime", batches.Sum(batch => batch.ApiActiveProcessingTime)),
        new("apexProcessingTime", 0L),
    ]);

    public static AsyncElement BatchOf(BulkBatch batch) => new(Batch,
    [
        new("id", batch.Id),
        new("jobId", batch.JobId),
        new("state", batch.State.ToString()),
        new("stateMessage", batch.StateMessage),
        new("createdDate", batch.CreatedDate),
        new("systemModstamp", batch.SystemModstamp),
        new("numberRecordsProcessed", batch.NumberRecordsProcessed),
        new("numberRecordsFailed", batch.NumberRecordsFailed),
        new("totalProcessingTime", batch.TotalProcessingTime),
        new("apiActiveProcessingTime", batch.ApiActiveProcessingTime),
        new("apexProcessingTime", 0L),
    ]);

    private static long Count(IReadOnlyList<BulkBatch> batches, BulkBatchState state) => batches.Count(batch => batch.State == state);
}
