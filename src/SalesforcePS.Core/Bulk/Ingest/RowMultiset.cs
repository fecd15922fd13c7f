using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SalesforcePS.Core.Bulk.Ingest;

/// <summary>
/// Finds the input behind a result row, since the order of results is not that of the input. Equal rows are interchangeable: each is
/// given out once, the first first. All rows are added before the first is taken; the index over them is made then, once.
/// </summary>
internal sealed class RowMultiset
{
    private const int None = -1;

    private readonly List<UInt128> keys = [];
    private int[] heads = [];
    private int[] next = [];
    private int taken;

    /// <summary>How many rows have not been taken.</summary>
    public int Count => keys.Count - taken;

    /// <summary>Empties it for other rows; its room stays, which for large jobs is worth more than new objects.</summary>
    public void Clear()
    {
        keys.Clear();
        (heads, taken) = ([], 0);
    }

    /// <summary>Adds the next row; its index is the number of rows added before.</summary>
    public void Add(UInt128 key) => keys.Add(key);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryTake(UInt128 key, out int index)
    {
        if (heads.Length == 0)
            BuildIndex();
        var rows = CollectionsMarshal.AsSpan(keys);
        ref var link = ref heads[Bucket(key, heads.Length)];
        while (link != None && rows[link] != key)
            link = ref next[link];
        index = link;
        if (index == None)
            return false;
        link = next[index];
        taken++;
        return true;
    }

    /// <summary>Gives back a row that was taken; of several, the last taken first.</summary>
    public void Return(int index)
    {
        ref var head = ref heads[Bucket(keys[index], heads.Length)];
        (next[index], head) = (head, index);
        taken--;
    }

    /// <summary>From the last row to the first, so that the first of equal rows comes first in its chain.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void BuildIndex()
    {
        var rows = CollectionsMarshal.AsSpan(keys);
        heads = new int[BitOperations.RoundUpToPowerOf2((uint)rows.Length + 1)];
        heads.AsSpan().Fill(None);
        if (next.Length < rows.Length)
            next = new int[rows.Length];
        for (var index = rows.Length - 1; index >= 0; index--)
        {
            ref var head = ref heads[Bucket(rows[index], heads.Length)];
            (next[index], head) = (head, index);
        }
    }

    /// <summary>The keys are random bits already.</summary>
    private static int Bucket(UInt128 key, int buckets) => (int)((ulong)key & (ulong)(buckets - 1));
}
