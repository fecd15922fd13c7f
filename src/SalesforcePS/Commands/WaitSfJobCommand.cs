using System.Management.Automation;
using SalesforcePS.Core.Bulk;
using SalesforcePS.Errors;
using SalesforcePS.Pipeline;

namespace SalesforcePS.Commands;

/// <summary>Waits until the org is done with bulk jobs, and puts them out as they then are.</summary>
[Cmdlet(VerbsLifecycle.Wait, "SfJob")]
[OutputType(typeof(SfJob))]
public sealed class WaitSfJobCommand : JobCommand
{
    private CancellationTokenSource? limit;

    /// <summary>Seconds to wait for all of them together; without it there is no limit.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue / 1000)]
    [Alias("TimeoutSec")]
    public int? Timeout { get; set; }

    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        limit = CancellationTokenSource.CreateLinkedTokenSource(StopToken);
        if (Timeout is { } seconds)
            limit.CancelAfter(TimeSpan.FromSeconds(seconds));
    }

    private protected override void Process(BulkJob job)
    {
        var progress = new ProgressTicker(this, $"Job {job.Id}: {job.Operation} of {job.ObjectType}");
        try
        {
            if (!job.IsDone)
            {
                foreach (var seen in Jobs.WatchAsync(job, limit!.Token).ToBlockingEnumerable(limit.Token))
                {
                    job = seen;
                    progress.Tick(() => $"{seen.State}, {seen.RecordsProcessed ?? 0} processed, {seen.RecordsFailed ?? 0} failed");
                }
            }
            WriteObject(new SfJob(job));
        }
        catch (OperationCanceledException) when (!StopToken.IsCancellationRequested)
        {
            WriteError(ErrorRecords.JobNotDone(new SfJob(job), Timeout!.Value));
        }
        finally
        {
            progress.Complete();
        }
    }

    private protected override void DisposeWork() => limit?.Dispose();
}
