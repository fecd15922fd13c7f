namespace SalesforcePS.Core.Http;

/// <summary>Ends the reading of a long answer when nothing more of it comes: its size says little of the time that it may take.</summary>
internal sealed class SilenceWatch : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(4);

    private readonly CancellationToken caller;
    private readonly CancellationTokenSource silence;
    private readonly CancellationTokenSource either;

    public SilenceWatch(TimeProvider time, CancellationToken caller)
    {
        this.caller = caller;
        silence = new CancellationTokenSource(Longest, time);
        either = CancellationTokenSource.CreateLinkedTokenSource(caller, silence.Token);
    }

    public CancellationToken Token => either.Token;

    /// <summary>True where it was the silence that ended the reading, not the caller.</summary>
    public bool HasPassed => silence.IsCancellationRequested && !caller.IsCancellationRequested;

    /// <summary>Something came.</summary>
    public void Note() => silence.CancelAfter(Longest);

    public static TimeoutException Timeout(OperationCanceledException late) => new($"No byte came within {Longest.TotalMinutes} minutes.", late);

    public void Dispose()
    {
        either.Dispose();
        silence.Dispose();
    }
}
