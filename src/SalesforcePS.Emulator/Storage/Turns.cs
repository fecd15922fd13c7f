namespace SalesforcePS.Emulator.Storage;

/// <summary>
/// SQLite's memory has no snapshots for readers, and who finds it locked sleeps and tries again, for seconds when writes
/// follow one another. So there readers and the writer take turns; over a file they need none.
/// </summary>
internal sealed class Turns(bool areTaken) : IDisposable
{
    private readonly ReaderWriterLockSlim turns = new();

    public void EnterRead()
    {
        if (areTaken)
            turns.EnterReadLock();
    }

    public void ExitRead()
    {
        if (areTaken)
            turns.ExitReadLock();
    }

    public void EnterWrite()
    {
        if (!areTaken)
            return;
        // A lock that was just released is taken again before those who wait for it have woken.
        while (turns.WaitingReadCount > 0)
            Thread.Yield();
        turns.EnterWriteLock();
    }

    public void ExitWrite()
    {
        if (areTaken)
            turns.ExitWriteLock();
    }

    public void Dispose() => turns.Dispose();
}
