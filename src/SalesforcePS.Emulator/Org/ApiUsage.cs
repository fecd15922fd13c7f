namespace SalesforcePS.Emulator.Org;

/// <summary>Counts API calls against the org's daily limit.</summary>
internal sealed class ApiUsage(int limit)
{
    private int used;

    public int Limit { get; } = limit;

    public int Used => Math.Min(Volatile.Read(ref used), Limit);

    /// <summary>The value of the Sforce-Limit-Info header.</summary>
    public string LimitInfo => FormattableString.Invariant($"api-usage={Used}/{Limit}");

    public bool TryCount() => Interlocked.Increment(ref used) <= Limit || Refuse();

    public void Reset() => Volatile.Write(ref used, 0);

    private bool Refuse()
    {
        Interlocked.Decrement(ref used);
        return false;
    }
}
