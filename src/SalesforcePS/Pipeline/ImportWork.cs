using SalesforcePS.Core.Bulk.Import;

namespace SalesforcePS.Pipeline;

/// <summary>An import in the background, and its progress in the pipeline.</summary>
internal sealed class ImportWork(CsvImport import, CancellationToken stopping)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private readonly Task<ImportResult> running = Task.Run(() => import.RunAsync(stopping), CancellationToken.None);

    public ImportResult Wait(ProgressTicker progress)
    {
        try
        {
            while (Task.WaitAny([running], (int)Interval.TotalMilliseconds, stopping) < 0)
                Show(progress);
            return running.GetAwaiter().GetResult();
        }
        finally
        {
            // After Ctrl+C it stops its jobs and lets go of its files.
            Task.WaitAny(running);
            progress.Complete();
        }
    }

    private void Show(ProgressTicker progress)
    {
        var now = import.Progress;
        var percent = now.Total == 0 ? -1 : (int)Math.Min(100, now.Processed * 100 / now.Total);
        progress.Tick(() => $"{now.Sent} of {now.Total} rows sent, {now.Processed} processed, {now.Failed} failed", percent);
    }
}
