namespace SalesforcePS.Core.Bulk;

/// <summary>How long to wait before a job is asked for again: each request counts as an API call, so the waits grow.</summary>
internal sealed class PollInterval(TimeProvider time)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    // The end of a job is seen late by a quarter of its time at most; ten minutes cost 45 calls.
    private const double Growth = 1.35;

    private TimeSpan next = TimeSpan.FromMilliseconds(100);

    public async Task WaitAsync(CancellationToken cancellation)
    {
        await Task.Delay(next, time, cancellation).ConfigureAwait(false);
        next = next * Growth < Longest ? next * Growth : Longest;
    }
}
