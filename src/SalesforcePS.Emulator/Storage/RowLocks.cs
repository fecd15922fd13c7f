namespace SalesforcePS.Emulator.Storage;

/// <summary>
/// Records that someone has locked. The emulator's own writes come one after the other and need no locks among themselves;
/// these are held by a test, for the time of a transaction that never ends.
/// </summary>
internal sealed class RowLocks(TimeProvider time)
{
    /// <summary>As long as an org waits (Bulk API Developer Guide, lock contention).</summary>
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(10);

    private readonly object sync = new();
    private readonly Dictionary<string, DateTimeOffset> held = new(StringComparer.Ordinal);
    private volatile bool isEmpty = true;
    private long timeoutTicks = DefaultTimeout.Ticks;

    /// <summary>True nearly always: writes then need not ask for the records that they touch.</summary>
    public bool IsEmpty => isEmpty;

    /// <summary>How long a write waits for locked records.</summary>
    public TimeSpan Timeout
    {
        get => new(Volatile.Read(ref timeoutTicks));
        set => Volatile.Write(ref timeoutTicks, value.Ticks);
    }

    /// <summary>The running write has waited long enough; only for the holder of the database's write lock.</summary>
    public bool IsWaitOver { get; set; }

    public void Hold(IEnumerable<string> ids, TimeSpan duration)
    {
        lock (sync)
        {
            foreach (var id in ids)
                held[id] = time.GetUtcNow() + duration;
            isEmpty = held.Count == 0;
        }
    }

    public void Release()
    {
        lock (sync)
        {
            held.Clear();
            isEmpty = true;
            Monitor.PulseAll(sync);
        }
    }

    /// <summary>Those of the records that are locked, though the running write has waited for them.</summary>
    /// <exception cref="RowLockedException">The write has not waited yet; it is taken back, and done again afterwards.</exception>
    public IReadOnlyList<string> Require(IEnumerable<string> ids)
    {
        lock (sync)
        {
            var locked = ids.Where(IsHeld).Distinct().ToList();
            return locked.Count == 0 || IsWaitOver ? locked : throw new RowLockedException(locked);
        }
    }

    /// <summary>Waits until none of the records is locked any more: false where the deadline comes first.</summary>
    public bool Wait(IReadOnlyList<string> ids, DateTimeOffset deadline)
    {
        lock (sync)
        {
            while (true)
            {
                var locked = ids.Where(IsHeld).ToList();
                var rest = deadline - time.GetUtcNow();
                if (locked.Count == 0 || rest <= TimeSpan.Zero)
                    return locked.Count == 0;
                var next = locked.Min(id => held[id]) - time.GetUtcNow();
                using var timer = time.CreateTimer(_ => Wake(), null, next < rest ? next : rest, System.Threading.Timeout.InfiniteTimeSpan);
                Monitor.Wait(sync);
            }
        }
    }

    private void Wake()
    {
        lock (sync)
            Monitor.PulseAll(sync);
    }

    private bool IsHeld(string id)
    {
        if (!held.TryGetValue(id, out var end))
            return false;
        if (time.GetUtcNow() < end)
            return true;
        held.Remove(id);
        isEmpty = held.Count == 0;
        return false;
    }
}
