namespace SalesforcePS.Emulator.Searching;

/// <summary>How many records each object gives where there are more than the LIMIT of the whole (SOSL reference, "LIMIT n").</summary>
internal static class RecordShares
{
    /// <param name="found">Records of each object, after its own LIMIT.</param>
    /// <param name="hasLimit">Whether the object has a LIMIT of its own: those come first, the rest share evenly.</param>
    /// <param name="limit">Of the whole.</param>
    public static int[] Of(IReadOnlyList<int> found, IReadOnlyList<bool> hasLimit, long limit)
    {
        var shares = new int[found.Count];
        var left = limit;
        foreach (var turn in (bool[])[true, false])
        {
            var waiting = Enumerable.Range(0, found.Count).Where(index => hasLimit[index] == turn && found[index] > 0).ToList();
            while (waiting.Count > 0 && left > 0)
            {
                var share = (int)Math.Max(1, left / waiting.Count);
                foreach (var index in waiting.ToArray())
                {
                    var taken = (int)Math.Min(Math.Min(share, left), found[index] - shares[index]);
                    shares[index] += taken;
                    left -= taken;
                    if (shares[index] == found[index])
                        waiting.Remove(index);
                }
            }
        }
        return shares;
    }
}
