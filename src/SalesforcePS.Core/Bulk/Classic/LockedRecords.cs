using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Writing;

namespace SalesforcePS.Core.Bulk.Classic;

/// <summary>Records that were not written because others held a lock: they wait for a later batch, up to three times.</summary>
internal sealed class LockedRecords
{
    private const int MostRetries = 3;

    private readonly object gate = new();
    private readonly Dictionary<InputRecord, int> retries = new(ReferenceEqualityComparer.Instance);
    private List<InputRecord> waiting = [];

    public int Count
    {
        get
        {
            lock (gate)
                return waiting.Count;
        }
    }

    /// <summary>Keeps the record if it was locked and may be tried again; otherwise its result is final.</summary>
    public bool TryKeep(InputRecord record, SalesforceException? error)
    {
        lock (gate)
        {
            var retry = retries.GetValueOrDefault(record);
            if (error?.ErrorCode != "UNABLE_TO_LOCK_ROW" || retry == MostRetries)
            {
                retries.Remove(record);
                return false;
            }
            retries[record] = retry + 1;
            waiting.Add(record);
            return true;
        }
    }

    public IReadOnlyList<InputRecord> TakeAll()
    {
        lock (gate)
        {
            var all = waiting;
            waiting = [];
            return all;
        }
    }
}
