using System.Runtime.CompilerServices;

namespace SalesforcePS.Core.Bulk.Ingest;

/// <summary>
/// Finds the input behind a result row, since the order of results is not that of the input. Equal rows are interchangeable: each is
/// given out once, the first first.
/// </summary>
internal sealed class RowMultiset
{
    private const int None = -1;

    private readonly Dictionary<UInt128, (int First, int Last)> chains = [];
    private readonly List<int> next = [];

    /// <summary>How many rows have not been taken.</summary>
    public int Count { get; private set; }

    /// <summary>Empties it for other rows; its room stays, which for large jobs is worth more than new objects.</summary>
    public void Clear()
    {
        chains.Clear();
        next.Clear();
        Count = 0;
    }

    /// <summary>Adds the next row; its index is the number of rows added before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(UInt128 key)
    {
        var index = next.Count;
        next.Add(None);
        if (chains.TryGetValue(key, out var chain) && chain.First != None)
        {
            next[chain.Last] = index;
            chains[key] = (chain.First, index);
        }
        else
            chains[key] = (index, index);
        Count++;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryTake(UInt128 key, out int index)
    {
        index = None;
        if (!chains.TryGetValue(key, out var chain) || chain.First == None)
            return false;
        index = chain.First;
        chains[key] = (next[index], chain.Last);
        Count--;
        return true;
    }
}
