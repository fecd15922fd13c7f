using SalesforcePS.Core.Bulk.Ingest;
using SalesforcePS.Core.Errors;

namespace SalesforcePS.Core.Bulk.Classic;

/// <summary>Gives each record of a finished batch its one result, by its place in the batch.</summary>
internal static class BatchResults
{
    /// <summary>True where the batch has rows of results: one that was refused as a whole, or never begun, has none.</summary>
    public static bool AreThere(ClassicBatch batch) => batch.State == "Completed" || batch.RecordsProcessed > 0;

    public static IEnumerable<RowResult> Bind(string jobId, ClassicBatch batch, IngestBatch rows, IReadOnlyList<ClassicResult> results)
    {
        var whole = WholeError(jobId, batch, rows, results.Count);
        for (var index = 0; index < rows.Count; index++)
            yield return whole is null ? Of(index, results[index]) : new RowResult(index, null, false, whole);
    }

    private static RowResult Of(int index, ClassicResult result) =>
        result.Success
            ? new RowResult(index, result.Id, result.Created, null)
            : new RowResult(index, result.Id, false, BulkErrorText.Parse(result.Error ?? ""));

    /// <summary>What is true of every record of the batch; null where each has a result of its own.</summary>
    private static SalesforceException? WholeError(string jobId, ClassicBatch batch, IngestBatch rows, int results) => batch.State switch
    {
        _ when AreThere(batch) => results == rows.Count ? null : new OutcomeUnknownException(
            $"Batch {batch.Id} of job {jobId} ({batch.State}) has {results} results for {rows.Count} records. Look them up before you send them again."),
        "NotProcessed" => RecordException.From(
            "NOT_PROCESSED", $"Job {jobId} ended before its batch {batch.Id} began: {batch.StateMessage ?? "it was stopped"}. The record can be sent again."),
        _ => BulkErrorText.ParseJob(batch.StateMessage ?? "", rows.Columns, "batch"),
    };
}
