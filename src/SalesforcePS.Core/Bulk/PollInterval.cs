namespace SalesforcePS.Core.Bulk;

/// <summary>How long to wait before a job is asked for again: each request counts as an API call, so the waits grow.</summary>
/// <param name="rows">Rows that the job works on; 0 where that is not known.</param>
internal sealed class PollInterval(TimeProvider time, int rows = 0)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(100);

    // No org is done earlier, so that asking before costs calls for nothing.
    private static readonly TimeSpan LeastPerRow = TimeSpan.FromMicroseconds(2);

    // The end of a job is seen late by a sixth of its time at most; ten minutes cost 53 calls.
    private const double Growth = 1.2;

    private TimeSpan next = Shortest + (LeastPerRow * rows);

    public async Task WaitAsync(CancellationToken cancellation)
    {
        await Task.Delay(next, time, cancellation).ConfigureAwait(false);
        next = next * Growth < Longest ? next * Growth : Longest;
    }
}
