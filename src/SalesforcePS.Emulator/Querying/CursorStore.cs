using System.Collections.Concurrent;
using System.Globalization;
using SalesforcePS.Emulator.Identity;

namespace SalesforcePS.Emulator.Querying;

/// <summary>Cursors live two days, however many there are (Salesforce Limits Quick Reference, "API Query Cursor Limits").</summary>
internal sealed class CursorStore(TimeProvider time)
{
    private const string KeyPrefix = "0r8";

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(2);

    private readonly ConcurrentDictionary<string, Cursor> cursors = new(StringComparer.Ordinal);
    private long last;

    public Cursor Add(PreparedQuery query, ArraySegment<long> keys, string userId, int batchSize)
    {
        var now = time.GetUtcNow();
        foreach (var (id, old) in cursors)
        {
            if (old.Expires <= now)
                cursors.TryRemove(id, out _);
        }
        var cursor = New(query, keys, userId, batchSize, now);
        cursors[cursor.Id] = cursor;
        return cursor;
    }

    public (Cursor Cursor, int Offset) Find(string locator, string userId)
    {
        var dash = locator.LastIndexOf('-');
        if (dash > 0
            && SalesforceId.TryNormalize(locator[..dash], out var id)
            && int.TryParse(locator.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var offset)
            && cursors.TryGetValue(id, out var cursor)
            && cursor.Expires > time.GetUtcNow()
            && cursor.UserId == userId
            && offset <= cursor.Keys.Count)
            return (cursor, offset);
        throw new ApiException("INVALID_QUERY_LOCATOR", "invalid query locator");
    }

    public void Clear() => cursors.Clear();

    private Cursor New(PreparedQuery query, ArraySegment<long> keys, string userId, int batchSize, DateTimeOffset now) => new(
        SalesforceId.Create(KeyPrefix, Interlocked.Increment(ref last)), query, keys, userId, batchSize, now + Lifetime);
}
