namespace SalesforcePS.Core.Http;

/// <summary>
/// Ends an attempt that takes too long, from its connection to the last byte of its answer. (HttpClient's own time-out ends with
/// the answer's headers.)
/// </summary>
internal sealed class AttemptDeadline : IDisposable
{
    // Salesforce ends a request after ten minutes itself; a little more lets its own error arrive.
    public static readonly TimeSpan Usual = TimeSpan.FromMinutes(11);

    private readonly CancellationToken caller;
    private readonly CancellationTokenSource clock;
    private readonly CancellationTokenSource either;

    public AttemptDeadline(TimeProvider time, TimeSpan longest, CancellationToken caller)
    {
        this.caller = caller;
        clock = new CancellationTokenSource(longest, time);
        either = CancellationTokenSource.CreateLinkedTokenSource(caller, clock.Token);
    }

    public CancellationToken Token => either.Token;

    /// <summary>True where it was the clock that ended the attempt, not the caller.</summary>
    public bool HasPassed => clock.IsCancellationRequested && !caller.IsCancellationRequested;

    public void Dispose()
    {
        either.Dispose();
        clock.Dispose();
    }
}
