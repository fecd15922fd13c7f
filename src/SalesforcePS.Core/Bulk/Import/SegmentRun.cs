using SalesforcePS.Core.Bulk.Ingest;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Sessions;

namespace SalesforcePS.Core.Bulk.Import;

/// <summary>Takes a segment through its jobs until each of its rows has an outcome.</summary>
internal sealed class SegmentRun(
    SalesforceConnection connection, IngestSettings settings, SegmentLoader loader, ImportJournal? journal, ImportMeter meter)
{
    private volatile SalesforceException? failure;

    /// <summary>What ended the sending; null while nothing has. With a journal it is thrown too, and the import is resumed.</summary>
    public SalesforceException? Failure => failure;

    /// <param name="earlierJobs">The segment's jobs in the journal.</param>
    public async Task CompleteAsync(LoadedSegment loaded, IReadOnlyList<string> earlierJobs, CancellationToken cancellation)
    {
        var (segment, rows, outcomes) = loaded;
        string? jobId = null;
        try
        {
            meter.AddRefused(outcomes.CountOf(RowState.Failed));
            foreach (var earlier in earlierJobs)
            {
                await CollectorFor(null).CollectAsync(earlier, rows, outcomes, cancellation).ConfigureAwait(false);
                var rest = loader.LoadPending(segment, outcomes, cancellation);
                var sent = rows.Places.Count - rest.Places.Count;
                loader.Recycle(rows);
                rows = rest;
                meter.AddSent(sent);
                if (sent > 0)
                    outcomes.JobIds.Add(earlier);
                else
                    journal!.NoteVoid(segment.Index, earlier);
            }
            if (rows.Places.Count == 0)
                return;
            if (failure is not null)
                throw failure;
            await SendAsync(segment, rows, outcomes, id => jobId = id, cancellation).ConfigureAwait(false);
        }
        catch (SalesforceException failed)
        {
            // The next segment would fail in the same way.
            failure ??= failed;
            if (journal is not null)
                throw;
            var text = $"{failed.ErrorCode}: {failed.Message}";
            if (jobId is null)
                outcomes.FailPending($"NOT_SENT: {text}", RowState.Failed);
            else
                outcomes.FailPending($"OUTCOME_UNKNOWN: the results of job {jobId} could not be read: {text}", RowState.Unknown);
        }
        finally
        {
            loader.Recycle(rows);
        }
    }

    private async Task SendAsync(Segment segment, SegmentRows rows, SegmentOutcomes outcomes, Action<string> note, CancellationToken cancellation)
    {
        string? jobId = null;
        var run = RunFor(id =>
        {
            note(jobId = id);
            outcomes.JobIds.Add(id);
            journal?.NoteJob(segment.Index, id);
            return Task.CompletedTask;
        });
        BulkJob job;
        try
        {
            job = await run.StartAsync(rows.Batch, cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (jobId is not null)
        {
            // The org may have been told to begin.
            await run.TryAbortAsync(jobId).ConfigureAwait(false);
            throw;
        }
        meter.AddSent(rows.Places.Count);
        rows.Dispose();
        job = await run.WaitAsync(job, rows.Batch, cancellation).ConfigureAwait(false);
        await CollectorFor(run).CollectAllAsync(job, rows, outcomes, cancellation).ConfigureAwait(false);
    }

    private IngestRun RunFor(Func<string, Task>? beforeStart) => new(connection, settings) { Report = meter.Report, BeforeStart = beforeStart };

    private JobCollector CollectorFor(IngestRun? run) => new(connection, run ?? RunFor(null), meter.Report);
}
