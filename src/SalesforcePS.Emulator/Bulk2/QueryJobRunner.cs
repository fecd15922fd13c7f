using SalesforcePS.Emulator.Bulk;
using SalesforcePS.Emulator.Org;

namespace SalesforcePS.Emulator.Bulk2;

/// <summary>Takes query jobs through their states in the background.</summary>
internal sealed class QueryJobRunner(EmulatedOrg org)
{
    private readonly BulkServices bulk = org.Bulk;

    /// <summary>From the state that the job is in; a query that was interrupted begins anew.</summary>
    public void Start(string jobId) => bulk.Scheduler.Start(() => RunAsync(jobId), exception => End(jobId, BulkJobState.Failed, exception.Message));

    private async Task RunAsync(string jobId)
    {
        await bulk.Scheduler.DelayAsync();
        var job = bulk.Jobs.UpdateJob(jobId, current => JobAccess.IsEnded(current)
            ? current
            : current with { State = BulkJobState.InProgress, NumberRecordsProcessed = 0 });
        if (job?.State != BulkJobState.InProgress)
            return;
        await bulk.Scheduler.DelayAsync();
        var start = org.Clock.GetTimestamp();
        var query = bulk.Queries.Prepare(org.Users.Require(job.CreatedById).Caller, job.Query!, job.Operation == BulkOperation.QueryAll);
        if (bulk.Queries.Run(query, job, jobId, count => Progress(jobId, count, start)))
            End(jobId, BulkJobState.JobComplete, null);
    }

    private bool Progress(string jobId, int count, long start) => !bulk.Scheduler.Stopping.IsCancellationRequested && bulk.Jobs.UpdateJob(jobId, job => job.State == BulkJobState.InProgress
        ? job with
        {
            NumberRecordsProcessed = job.NumberRecordsProcessed + count,
            TotalProcessingTime = (long)org.Clock.GetElapsedTime(start).TotalMilliseconds,
        }
        : job)?.State == BulkJobState.InProgress;

    private void End(string jobId, BulkJobState state, string? message) => bulk.Jobs.UpdateJob(
        jobId, job => JobAccess.IsEnded(job) ? job : job with { State = state, ErrorMessage = message });
}
