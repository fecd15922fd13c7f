namespace SalesforcePS.Emulator.Control;

/// <summary>The last requests, for tests that prove what was sent.</summary>
internal sealed class RequestLog
{
    private const int Capacity = 100_000;

    private readonly Queue<RequestLogEntry> entries = new();

    public void Add(RequestLogEntry entry)
    {
        lock (entries)
        {
            if (entry.IsLogged)
                return;
            entry.IsLogged = true;
            if (entries.Count == Capacity)
                entries.Dequeue();
            entries.Enqueue(entry);
        }
    }

    public IReadOnlyList<RequestLogEntry> Snapshot()
    {
        lock (entries)
            return [.. entries];
    }

    public void Clear()
    {
        lock (entries)
            entries.Clear();
    }
}
