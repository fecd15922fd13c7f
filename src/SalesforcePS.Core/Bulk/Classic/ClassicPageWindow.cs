using SalesforcePS.Core.Bulk.Query;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Sessions;

namespace SalesforcePS.Core.Bulk.Classic;

/// <summary>
/// The result files of a Bulk 1.0 query, each batch's as soon as the batch is done. A query that the org splits by Id has one batch for
/// each range; all of them are there once the batch that was sent says that it will not be processed itself (api-asynch "PK Chunking").
/// </summary>
internal sealed class ClassicPageWindow(
    SalesforceConnection connection, ClassicJobClient client, BulkJob job, ClassicBatch sent, BatchWatch watch, int limit) : PageWindow(connection, job, limit)
{
    private readonly string jobId = job.Id;
    private long rows;

    public override long? RowsFound => rows;

    /// <exception cref="SalesforceException">A batch failed, or the job was stopped.</exception>
    protected override async Task StartAllAsync(CancellationToken cancellation)
    {
        if (sent.State != "NotProcessed")
        {
            await StartAllAsync(sent, cancellation).ConfigureAwait(false);
            return;
        }
        var ranges = (await client.ListBatchesAsync(jobId, cancellation).ConfigureAwait(false)).Where(batch => batch.Id != sent.Id).ToList();
        if (ranges.Count == 0)
            throw Failure(sent);
        foreach (var range in ranges)
            await StartAllAsync(await watch.WaitAsync(range.Id).ConfigureAwait(false), cancellation).ConfigureAwait(false);
    }

    private async Task StartAllAsync(ClassicBatch batch, CancellationToken cancellation)
    {
        if (batch.State != "Completed")
            throw Failure(batch);
        rows += batch.RecordsProcessed;
        foreach (var result in await client.ListResultsAsync(jobId, batch.Id, cancellation).ConfigureAwait(false))
            await StartAsync(client.ResultFile(jobId, batch.Id, result), cancellation).ConfigureAwait(false);
    }

    private SalesforceException Failure(ClassicBatch batch) => batch.State == "NotProcessed"
        ? new SalesforceException($"The bulk query job {jobId} was stopped before its batch {batch.Id} began.") { ErrorCode = "JOB_ABORTED" }
        : new SalesforceException($"The bulk query job {jobId} failed: {batch.StateMessage ?? "the org does not say why"}") { ErrorCode = "JOB_FAILED" };
}
