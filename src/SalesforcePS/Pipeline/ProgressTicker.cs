using System.Diagnostics;
using System.Management.Automation;

namespace SalesforcePS.Pipeline;

/// <summary>Shows progress at most five times a second, and takes it away at the end if it was ever shown.</summary>
internal sealed class ProgressTicker(Cmdlet cmdlet, string activity)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private readonly int id = Random.Shared.Next(1, int.MaxValue);
    private long shownAt = Stopwatch.GetTimestamp();
    private bool isShown;

    /// <param name="percent">0 to 100, or -1 where the whole is not known.</param>
    public void Tick(Func<string> status, int percent = -1)
    {
        if (Stopwatch.GetElapsedTime(shownAt) < Interval)
            return;
        shownAt = Stopwatch.GetTimestamp();
        isShown = true;
        cmdlet.WriteProgress(new ProgressRecord(id, activity, status()) { PercentComplete = percent });
    }

    public void Complete()
    {
        if (isShown)
            cmdlet.WriteProgress(new ProgressRecord(id, activity, "Done") { RecordType = ProgressRecordType.Completed });
        isShown = false;
    }
}
