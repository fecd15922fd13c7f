using SalesforcePS.Core.Bulk.Query;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Sessions;

namespace SalesforcePS.Core.Bulk.Classic;

/// <summary>The result files of a Bulk 1.0 query, in the order of its batches, each batch's as soon as it is done.</summary>
internal sealed class ClassicPageWindow(
    SalesforceConnection connection, ClassicJobClient client, BulkJob job, IEnumerable<Task<ClassicBatch>> batches, int limit) : PageWindow(connection, job, limit)
{
    private readonly string jobId = job.Id;
    private long rows;

    public override long? RowsFound => rows;

    /// <exception cref="SalesforceException">A batch failed, or the job was stopped.</exception>
    protected override async Task StartAllAsync(CancellationToken cancellation)
    {
        foreach (var done in batches)
        {
            var batch = await done.ConfigureAwait(false);
            if (batch.State != "Completed")
                throw Failure(batch);
            rows += batch.RecordsProcessed;
            foreach (var result in await client.ListResultsAsync(jobId, batch.Id, cancellation).ConfigureAwait(false))
                await StartAsync(client.ResultFile(jobId, batch.Id, result), cancellation).ConfigureAwait(false);
        }
    }

    private SalesforceException Failure(ClassicBatch batch) => batch.State == "NotProcessed"
        ? new SalesforceException($"The bulk query job {jobId} was stopped before its batch {batch.Id} began.") { ErrorCode = "JOB_ABORTED" }
        : new SalesforceException($"The bulk query job {jobId} failed: {batch.StateMessage ?? "the org does not say why"}") { ErrorCode = "JOB_FAILED" };
}
