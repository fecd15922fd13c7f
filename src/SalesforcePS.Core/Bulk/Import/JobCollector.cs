using SalesforcePS.Core.Bulk.Ingest;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Sessions;

namespace SalesforcePS.Core.Bulk.Import;

/// <summary>Takes up a job that an earlier run has left: waits for its results, or stops it where it has not begun.</summary>
internal sealed class JobCollector(SalesforceConnection connection, IngestRun run, Action<BulkJob> report)
{
    private const int PollsToSettle = 2;

    private readonly IngestJobClient client = new(connection);

    /// <summary>Rows that the job surely has not worked on stay pending: they are sent in another job.</summary>
    public async Task CollectAsync(string jobId, SegmentRows rows, SegmentOutcomes outcomes, CancellationToken cancellation)
    {
        if (await FindAsync(jobId, cancellation).ConfigureAwait(false) is not { } job)
        {
            outcomes.FailPending($"OUTCOME_UNKNOWN: the org no longer has job {jobId}, through which the row was sent", RowState.Unknown);
            return;
        }
        if (job.State == "Open")
            job = await client.AbortAsync(jobId, cancellation).ConfigureAwait(false);
        job = await run.WaitAsync(job, rows.Batch, cancellation).ConfigureAwait(false);
        report(job);
        if (job.State == "Aborted")
            await CollectStoppedAsync(job, rows, outcomes, cancellation).ConfigureAwait(false);
        else
            await CollectAllAsync(job, rows, outcomes, cancellation).ConfigureAwait(false);
    }

    /// <summary>Gives every row of a finished job its outcome.</summary>
    public Task CollectAllAsync(BulkJob job, SegmentRows rows, SegmentOutcomes outcomes, CancellationToken cancellation) =>
        run.ReadResultsAsync(rows.Batch, job, new SegmentResults(rows.Places, outcomes, job), cancellation);

    /// <summary>
    /// Where a stopped job has a result for each row it says it has worked on, the others were not touched. (It may count the refused
    /// rows or not: salesforce-api 3.1.)
    /// </summary>
    private async Task CollectStoppedAsync(BulkJob job, SegmentRows rows, SegmentOutcomes outcomes, CancellationToken cancellation)
    {
        job = await SettleAsync(job, cancellation).ConfigureAwait(false);
        var matcher = new ResultMatcher(rows.Batch, job, new SegmentResults(rows.Places, outcomes, job));
        var reader = new ResultFileReader(rows.Batch, matcher);
        await ReadIfThereAsync(job, ResultKind.Successful, reader, cancellation).ConfigureAwait(false);
        var written = matcher.Matched;
        await ReadIfThereAsync(job, ResultKind.Failed, reader, cancellation).ConfigureAwait(false);
        var isAccountedFor = matcher.Strangers == 0 && (job.RecordsProcessed == matcher.Matched || job.RecordsProcessed == written);
        if (!isAccountedFor)
            outcomes.FailPending(
                $"OUTCOME_UNKNOWN: job {job.Id} was stopped; it says that it has worked on {job.RecordsProcessed} rows, and has results for {matcher.Matched} of this file", RowState.Unknown);
    }

    /// <summary>A job that was stopped this moment may still end what it was at: its count must stand still for a while.</summary>
    private async Task<BulkJob> SettleAsync(BulkJob job, CancellationToken cancellation)
    {
        var interval = new PollInterval(connection.Time);
        for (var still = 0; still < PollsToSettle;)
        {
            await interval.WaitAsync(cancellation).ConfigureAwait(false);
            var now = await client.GetAsync(job.Id, cancellation).ConfigureAwait(false);
            still = now.RecordsProcessed == job.RecordsProcessed ? still + 1 : 0;
            job = now;
        }
        return job;
    }

    private async Task ReadIfThereAsync(BulkJob job, ResultKind kind, ResultFileReader reader, CancellationToken cancellation)
    {
        try
        {
            await client.ReadResultsAsync(job.Id, kind, reader, cancellation).ConfigureAwait(false);
        }
        catch (SalesforceException none) when (none.StatusCode is >= 400 and < 500 && job.RecordsProcessed == 0)
        {
            // A job that never began has no result files.
        }
    }

    private async Task<BulkJob?> FindAsync(string jobId, CancellationToken cancellation)
    {
        try
        {
            return await client.GetAsync(jobId, cancellation).ConfigureAwait(false);
        }
        catch (SalesforceException missing) when (missing.StatusCode == 404)
        {
            return null;
        }
    }
}
