using System.Text;

namespace SalesforcePS.Core.Bulk.Import;

/// <summary>Tells the encoding of a file by its first bytes.</summary>
internal static class ByteOrderMark
{
    /// <summary>UTF-32 comes first: its little-endian mark begins with that of UTF-16.</summary>
    private static readonly Encoding[] Marked =
        [Encoding.UTF8, Encoding.UTF32, new UTF32Encoding(bigEndian: true, byteOrderMark: true), Encoding.Unicode, Encoding.BigEndianUnicode];

    public static Encoding? Find(ReadOnlySpan<byte> start)
    {
        foreach (var encoding in Marked)
        {
            if (start.StartsWith(encoding.Preamble))
                return encoding;
        }
        return null;
    }
}
