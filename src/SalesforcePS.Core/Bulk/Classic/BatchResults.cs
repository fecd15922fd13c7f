using SalesforcePS.Core.Bulk.Ingest;
using SalesforcePS.Core.Errors;

namespace SalesforcePS.Core.Bulk.Classic;

/// <summary>Gives each record of a finished batch its one result, by its place in the batch.</summary>
internal static class BatchResults
{
    /// <summary>True where the batch has rows of results: one that was refused as a whole, or never begun, has none.</summary>
    public static bool AreThere(ClassicBatch batch) => batch.State == "Completed" || batch.RecordsProcessed > 0;

    /// <param name="columns">Those of the batch's records, of which there are <paramref name="count"/>.</param>
    public static IEnumerable<RowResult> Bind(string jobId, ClassicBatch batch, IReadOnlyList<string> columns, int count, IReadOnlyList<ClassicResult> results)
    {
        var whole = WholeError(jobId, batch, columns, count, results.Count);
        for (var index = 0; index < count; index++)
            yield return whole is null ? new RowResult(index, results[index].Id, results[index].Created, results[index].Error) : new RowResult(index, null, false, whole);
    }

    /// <summary>What is true of every record of the batch; null where each has a result of its own.</summary>
    private static SalesforceException? WholeError(string jobId, ClassicBatch batch, IReadOnlyList<string> columns, int count, int results) => batch.State switch
    {
        _ when AreThere(batch) => results == count ? null : new OutcomeUnknownException(
            $"Batch {batch.Id} of job {jobId} ({batch.State}) has {results} results for {count} records. Look them up before you send them again."),
        "NotProcessed" => RecordException.From(
            "NOT_PROCESSED", $"Job {jobId} ended before its batch {batch.Id} began: {batch.StateMessage ?? "it was stopped"}. The record can be sent again."),
        _ => BulkErrorText.ParseJob(batch.StateMessage ?? "", columns, "batch"),
    };
}
