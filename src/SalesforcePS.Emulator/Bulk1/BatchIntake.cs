using SalesforcePS.Emulator.Bulk;
using SalesforcePS.Emulator.Storage;

namespace SalesforcePS.Emulator.Bulk1;

/// <summary>Adds batches to jobs: record and content in one write, as long as the job is open.</summary>
internal sealed class BatchIntake(OrgDatabase database, BulkServices bulk, TimeProvider clock)
{
    private static readonly TimeSpan LongestOpen = TimeSpan.FromHours(24);

    public BulkBatch Add(string jobId, ReadOnlyMemory<byte> content) => database.Write((_, _) =>
    {
        var job = bulk.Jobs.UpdateJob(jobId, job => job) ?? throw AsyncErrors.UnknownJob(jobId);
        if (job.State != BulkJobState.Open)
            throw AsyncErrors.JobIsNotOpen(job.State.ToString());
        if (clock.GetUtcNow() - job.CreatedDate > LongestOpen)
            throw AsyncErrors.JobIsTooOld();
        return bulk.Allocation.TryTake() ? Save(jobId, content) : throw AsyncErrors.BatchesExhausted();
    });

    /// <summary>Closes or aborts; batches that wait are not processed then, one that runs ends as it would.</summary>
    public BulkJob ChangeState(string jobId, BulkJobState state)
    {
        var isAbort = state == BulkJobState.Aborted;
        var isPending = bulk.Jobs.Batches(jobId).Any(BatchRunner.IsPending);
        var changed = bulk.Jobs.UpdateJob(jobId, job => job.State == BulkJobState.Open || (isAbort && isPending && job.State == BulkJobState.Closed)
            ? job with { State = state }
            : throw AsyncErrors.InvalidTransition(job.State, state));
        foreach (var batch in isAbort ? bulk.Jobs.Batches(jobId) : [])
            bulk.Jobs.UpdateBatch(batch.Id, current => current.State == BulkBatchState.Queued ? current with { State = BulkBatchState.NotProcessed } : current);
        return changed ?? throw AsyncErrors.UnknownJob(jobId);
    }

    /// <summary>The batches that stand in for one that is split; the job may be closed already.</summary>
    public IReadOnlyList<BulkBatch> AddChunks(string jobId, IReadOnlyList<byte[]> contents) => database.Write((_, _) =>
    {
        var batches = new List<BulkBatch>();
        foreach (var content in contents)
        {
            if (!bulk.Allocation.TryTake())
                throw new BulkException(BulkException.ExceededQuota, AsyncErrors.BatchesExhausted().Message);
            batches.Add(Save(jobId, content));
        }

        return batches;
    });

    private BulkBatch Save(string jobId, ReadOnlyMemory<byte> content)
    {
        var batch = bulk.Jobs.Add(new BulkBatch { JobId = jobId });
        bulk.Contents.Save(content.Span, batch.Id);
        return batch;
    }
}
