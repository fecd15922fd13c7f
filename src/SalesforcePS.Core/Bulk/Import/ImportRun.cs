using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Sessions;

namespace SalesforcePS.Core.Bulk.Import;

/// <summary>Takes a file through its segments: several jobs at a time, their outcomes written in the order of the file.</summary>
internal sealed class ImportRun(SalesforceConnection connection, ImportPlan plan, ImportMeter meter)
{
    /// <summary>Finished segments wait for those before them; this many for each job at a time keeps memory flat.</summary>
    private const int SegmentsPerJob = 2;

    private readonly SegmentLoader loader = new(plan.File, plan.Layout, plan.Columns, plan.Options, plan.Check);
    private readonly Queue<(LoadedSegment Loaded, Task Work)> window = new();
    private readonly List<string> jobIds = [];
    private ImportTally tally = ImportTally.None;

    public async Task<ImportResult> RunAsync(CancellationToken cancellation)
    {
        var started = connection.Time.GetTimestamp();
        Directory.CreateDirectory(Path.GetDirectoryName(plan.Paths.Success)!);
        using var journal = plan.Options.StatePath is { } path ? ImportJournal.Open(path) : null;
        var state = journal?.State ?? new JournalState();
        var isResumed = state.Header is not null;
        if (journal is not null && !isResumed)
            journal.Begin(plan.HeaderFor(connection));
        SalesforceException? failure = null;
        if (state.IsComplete)
        {
            ResultFinish.Finish(plan.Paths, state.Checkpoint!);
            Restore(state);
        }
        else
            failure = await SendAsync(journal, state, cancellation).ConfigureAwait(false);
        return new ImportResult(plan.Paths.Success, plan.Paths.Error, tally, jobIds)
        {
            Duration = connection.Time.GetElapsedTime(started),
            Resumed = isResumed,
            Failure = failure,
        };
    }

    private async Task<SalesforceException?> SendAsync(ImportJournal? journal, JournalState state, CancellationToken cancellation)
    {
        if (state.Checkpoint is { } checkpoint && !ResultFinish.HasPartial(plan.Paths, checkpoint))
            state.ForgetCheckpoint();
        Restore(state);
        using var results = new ResultWriter(plan.File, plan.Layout, plan.Paths, state.Checkpoint);
        var segments = new SegmentRun(connection, plan.Settings, loader, journal, meter);
        try
        {
            await RunSegmentsAsync(segments, results, journal, state, cancellation).ConfigureAwait(false);
        }
        finally
        {
            // Jobs that have begun are waited for (or, after Ctrl+C, stopped): none is left without its Id or its outcome.
            foreach (var (_, work) in window)
                await work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        if (tally.Total != plan.Rows)
            throw new ProtocolException($"The file has {plan.Rows} rows, and {tally.Total} outcomes came out.");
        if (journal is null)
            results.Flush(toDisk: false);
        else
            Checkpoint(results, journal, state.Segments.Count);
        journal?.NoteComplete();
        results.Complete();
        return segments.Failure;
    }

    private async Task RunSegmentsAsync(
        SegmentRun segments, ResultWriter results, ImportJournal? journal, JournalState state, CancellationToken cancellation)
    {
        var throttle = plan.Options.Write.ThrottleLimit;
        using var slots = new SemaphoreSlim(throttle);
        foreach (var loaded in Load(journal, state, cancellation))
        {
            try
            {
                await slots.WaitAsync(cancellation).ConfigureAwait(false);
            }
            catch
            {
                loaded.Rows.Dispose();
                throw;
            }
            window.Enqueue((loaded, Task.Run(() => RunAsync(loaded), CancellationToken.None)));
            while (window.Count >= throttle * SegmentsPerJob || (window.Count > 0 && window.Peek().Work.IsCompleted))
                await WriteNextAsync(results, journal).ConfigureAwait(false);
        }
        while (window.Count > 0)
            await WriteNextAsync(results, journal).ConfigureAwait(false);

        async Task RunAsync(LoadedSegment loaded)
        {
            try
            {
                await segments.CompleteAsync(loaded, state.JobsOf(loaded.Segment.Index), cancellation).ConfigureAwait(false);
            }
            finally
            {
                slots.Release();
            }
        }
    }

    /// <summary>First the segments that an earlier run has begun and not written, then the rest of the file.</summary>
    private IEnumerable<LoadedSegment> Load(ImportJournal? journal, JournalState state, CancellationToken cancellation)
    {
        foreach (var known in state.Segments.Skip(state.Checkpoint?.Segments ?? 0).ToList())
            yield return loader.Load(known, cancellation);
        var next = state.Segments.Count == 0 ? plan.Layout.FirstRow : state.Segments[^1].Next;
        var row = state.Segments.Sum(segment => (long)segment.Rows);
        while (next is { } offset)
        {
            var loaded = loader.LoadNext(state.Segments.Count, offset, row, cancellation);
            journal?.NoteSegment(loaded.Segment);
            state.Segments.Add(loaded.Segment);
            (next, row) = (loaded.Segment.Next, row + loaded.Segment.Rows);
            yield return loaded;
        }
    }

    private async Task WriteNextAsync(ResultWriter results, ImportJournal? journal)
    {
        var (loaded, work) = window.Peek();
        await work.ConfigureAwait(false);
        window.Dequeue();
        results.Write(loaded.Segment, loaded.Outcomes);
        tally = tally.Add(loaded.Outcomes);
        jobIds.AddRange(loaded.Outcomes.JobIds);
        if (journal is not null)
            Checkpoint(results, journal, loaded.Segment.Index + 1);
    }

    private void Checkpoint(ResultWriter results, ImportJournal journal, int segments)
    {
        var (success, error) = results.Flush(toDisk: true);
        journal.NoteWritten(new JournalCheckpoint(segments, success, error, tally));
    }

    private void Restore(JournalState state)
    {
        if (state.Checkpoint is not { } checkpoint)
            return;
        tally = checkpoint.Tally;
        jobIds.AddRange(state.Jobs.Where(job => job.Segment < checkpoint.Segments).Select(job => job.Id));
        meter.AddFinished(tally.Total);
    }
}
