namespace SalesforcePS.Emulator.Bulk;

internal static class CsvSlice
{
    /// <summary>The rows from the first up to, but not including, the end, counted from the start of the CSV, which has all values in quotes.</summary>
    public static ReadOnlyMemory<byte> Rows(ReadOnlyMemory<byte> csv, int first, int end)
    {
        var start = Skip(csv.Span, first);
        return csv.Slice(start, Skip(csv.Span[start..], end - first));
    }

    private static int Skip(ReadOnlySpan<byte> csv, int rows)
    {
        var isQuoted = false;
        var position = 0;
        while (rows > 0 && position < csv.Length)
        {
            var next = csv[position..].IndexOfAny((byte)'"', (byte)'\n');
            if (next < 0)
                return csv.Length;
            position += next + 1;
            if (csv[position - 1] == (byte)'"')
                isQuoted = !isQuoted;
            else if (!isQuoted)
                rows--;
        }

        return position;
    }
}
