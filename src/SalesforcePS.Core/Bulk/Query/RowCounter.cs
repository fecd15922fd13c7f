using System.Buffers;

namespace SalesforcePS.Core.Bulk.Query;

/// <summary>Counts the lines of CSV as its bytes go by, and finds the end of the first: a line feed inside quotes ends none.</summary>
internal sealed class RowCounter
{
    private static readonly SearchValues<byte> Special = SearchValues.Create("\"\n"u8);

    private bool inQuotes;

    /// <summary>Lines that have ended.</summary>
    public long Lines { get; private set; }

    /// <summary>True where the bytes so far end in the middle of a line.</summary>
    public bool IsInLine { get; private set; }

    /// <summary>Counts, and gives the position behind the first line's end where that is in these bytes, or else -1.</summary>
    public int Count(ReadOnlySpan<byte> bytes)
    {
        var endOfFirst = -1;
        var at = 0;
        while (true)
        {
            var found = inQuotes ? bytes[at..].IndexOf((byte)'"') : bytes[at..].IndexOfAny(Special);
            if (found < 0)
                break;
            at += found + 1;
            if (bytes[at - 1] == '"')
                inQuotes = !inQuotes;
            else if (++Lines == 1)
                endOfFirst = at;
        }
        if (!bytes.IsEmpty)
            IsInLine = inQuotes || bytes[^1] != '\n';
        return endOfFirst;
    }
}
