using SalesforcePS.Core.Errors;

namespace SalesforcePS.Core.Bulk.Ingest;

/// <summary>Gives each input of a finished job its one result, and accounts for every one of them.</summary>
internal sealed class ResultMatcher(IngestBatch batch, BulkJob job)
{
    private readonly bool[] answered = new bool[batch.Count];
    private int strangers;

    public IEnumerable<RowResult> Successes(IEnumerable<ResultRow> rows) =>
        Match(rows, (row, index) => new RowResult(index, row.Id, row.Outcome is "true", null));

    public IEnumerable<RowResult> Failures(IEnumerable<ResultRow> rows) =>
        Match(rows, (row, index) => new RowResult(index, row.Id, false, BulkErrorText.Parse(row.Outcome ?? "")));

    public IEnumerable<RowResult> Unprocessed(IEnumerable<ResultRow> rows) =>
        Match(rows, (_, index) => new RowResult(index, null, false, NotProcessed()));

    /// <summary>
    /// The inputs that no result names. A job that failed before its first row says why for all of them; otherwise nobody knows, and
    /// nothing is guessed.
    /// </summary>
    public IEnumerable<RowResult> Remaining()
    {
        for (var index = 0; index < answered.Length; index++)
        {
            if (!answered[index])
                yield return new RowResult(index, null, false, job is { State: "Failed", RecordsProcessed: 0 } && strangers == 0 ? JobFailed() : Unknown());
        }
    }

    private IEnumerable<RowResult> Match(IEnumerable<ResultRow> rows, Func<ResultRow, int, RowResult> create)
    {
        foreach (var row in rows)
        {
            if (!batch.Rows.TryTake(row.Key, out var index))
            {
                strangers++;
                continue;
            }
            answered[index] = true;
            yield return create(row, index);
        }
    }

    private RecordException JobFailed() => BulkErrorText.ParseJob(job.ErrorMessage ?? "", batch.Columns);

    private RecordException NotProcessed() => RecordException.From(
        "NOT_PROCESSED", $"Job {job.Id} ended ({job.State}) before it came to this record: {job.ErrorMessage ?? "it was stopped"}. It can be sent again.");

    private OutcomeUnknownException Unknown() => new(
        $"Job {job.Id} ({job.State}) has no result for this record, and {strangers} results for records that were not sent. Look it up before you send it again.");
}
