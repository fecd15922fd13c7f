using SalesforcePS.Emulator.Bulk;

namespace SalesforcePS.Emulator.Bulk1;

/// <summary>Takes batches through their states: those of a serial job one after the other.</summary>
internal sealed class BatchRunner(BulkServices bulk, BatchWork work)
{
    private readonly Dictionary<string, Task> lastOfJob = new(StringComparer.Ordinal);

    public void Start(BulkJob job, BulkBatch batch)
    {
        if (job.ConcurrencyMode == "Parallel")
            bulk.Scheduler.Start(() => RunAsync(job, batch), exception => work.Fail(batch, exception));
        else
            StartBehindLast(job, batch);
    }

    /// <summary>Goes on with the batches of a database that was closed before they were done.</summary>
    public void Resume()
    {
        foreach (var job in bulk.Jobs.Jobs().Where(job => job.JobType == BulkJobType.Classic))
        {
            foreach (var batch in bulk.Jobs.Batches(job.Id).Where(IsPending))
                Start(job, batch);
        }
    }

    public static bool IsPending(BulkBatch batch) => batch.State is BulkBatchState.Queued or BulkBatchState.InProgress;

    private void StartBehindLast(BulkJob job, BulkBatch batch)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task before;
        lock (lastOfJob)
        {
            before = lastOfJob.GetValueOrDefault(job.Id, Task.CompletedTask);
            lastOfJob[job.Id] = done.Task;
        }

        bulk.Scheduler.Start(async () =>
        {
            try
            {
                await before;
                await RunAsync(job, batch);
            }
            finally
            {
                done.SetResult();
                Forget(job.Id, done.Task);
            }
        }, exception => work.Fail(batch, exception));
    }

    private void Forget(string jobId, Task last)
    {
        lock (lastOfJob)
        {
            // A batch behind this one may have come and gone already.
            if (lastOfJob.GetValueOrDefault(jobId) == last)
                lastOfJob.Remove(jobId);
        }
    }

    private async Task RunAsync(BulkJob job, BulkBatch batch)
    {
        await bulk.Scheduler.DelayAsync();
        var current = bulk.Jobs.UpdateBatch(batch.Id, queued =>
            queued.State == BulkBatchState.Queued ? queued with { State = BulkBatchState.InProgress } : queued);
        if (current?.State != BulkBatchState.InProgress)
            return;
        await bulk.Scheduler.DelayAsync();
        IReadOnlyList<BulkBatch> chunks = [];
        await bulk.Scheduler.InTurnAsync(() => chunks = work.Run(job, batch));
        foreach (var chunk in chunks)
            Start(job, chunk);
    }
}
