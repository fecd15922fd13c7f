namespace SalesforcePS.Core.Bulk;

/// <summary>How long to wait before a job is asked for again: each request counts as an API call, so the waits grow.</summary>
internal sealed class PollInterval(TimeProvider time)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    private TimeSpan next = TimeSpan.FromMilliseconds(250);

    public async Task WaitAsync(CancellationToken cancellation)
    {
        await Task.Delay(next, time, cancellation).ConfigureAwait(false);
        next = next * 1.5 < Longest ? next * 1.5 : Longest;
    }
}
