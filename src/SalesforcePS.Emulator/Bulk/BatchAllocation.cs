namespace SalesforcePS.Emulator.Bulk;

/// <summary>15,000 batches in 24 hours, shared by both versions (Salesforce Limits Quick Reference, Bulk API limits).</summary>
internal sealed class BatchAllocation(BulkSettings settings, TimeProvider clock)
{
    private static readonly TimeSpan Period = TimeSpan.FromHours(24);

    private readonly Queue<DateTimeOffset> taken = new();

    public int Limit => settings.DailyBatchLimit;

    public int Used
    {
        get
        {
            lock (taken)
            {
                Forget();
                return taken.Count;
            }
        }
    }

    public bool TryTake()
    {
        lock (taken)
        {
            Forget();
            if (taken.Count >= Limit)
                return false;
            taken.Enqueue(clock.GetUtcNow());
            return true;
        }
    }

    public void Reset()
    {
        lock (taken)
            taken.Clear();
    }

    private void Forget()
    {
        var start = clock.GetUtcNow() - Period;
        while (taken.TryPeek(out var oldest) && oldest <= start)
            taken.Dequeue();
    }
}
