namespace SalesforcePS.Emulator.Bulk;

/// <summary>The first bytes of a CSV upload, which tell what a CSV reader hides.</summary>
internal sealed record CsvStart(bool HasByteOrderMark, LineEnding? LineEnding)
{
    /// <summary>More than the longest header that an org takes, 32,000 characters.</summary>
    private const int Length = 128 * 1024;

    public static CsvStart Read(Stream content)
    {
        var buffer = new byte[Length];
        var start = buffer.AsSpan(0, content.ReadAtLeast(buffer, Length, throwOnEndOfStream: false));
        return new CsvStart(start.StartsWith("\uFEFF"u8), FirstLineEnding(start));
    }

    /// <summary>Null where the content is one line without an end.</summary>
    private static LineEnding? FirstLineEnding(ReadOnlySpan<byte> start)
    {
        var isQuoted = false;
        for (var index = 0; index < start.Length; index++)
        {
            if (start[index] == (byte)'"')
                isQuoted = !isQuoted;
            else if (start[index] == (byte)'\n' && !isQuoted)
                return index > 0 && start[index - 1] == (byte)'\r' ? Bulk.LineEnding.CRLF : Bulk.LineEnding.LF;
        }

        return null;
    }
}
