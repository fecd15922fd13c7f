using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;

namespace SalesforcePS.Core.Bulk;

/// <summary>
/// The CSV that Bulk reads (api-asynch "Prepare CSV Files"): UTF-8 without a mark, LF, RFC 4180 quotes, nothing trimmed. The same
/// cells always give the same bytes, so a row's bytes identify it.
/// </summary>
internal static class BulkCsv
{
    /// <summary>The text that clears a field; an empty cell leaves it alone.</summary>
    public const string Null = "#N/A";

    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");
    private static readonly SearchValues<byte> SpecialBytes = SearchValues.Create(",\"\r\n"u8);

    public static void WriteRow(IBufferWriter<byte> buffer, ReadOnlySpan<string?> cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (i > 0)
                buffer.Write(","u8);
            WriteCell(buffer, cells[i]);
        }
        // A line of nothing would be no row at all.
        if (cells.Length == 1 && string.IsNullOrEmpty(cells[0]))
            buffer.Write("\"\""u8);
        buffer.Write("\n"u8);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void WriteCell(IBufferWriter<byte> buffer, ReadOnlySpan<char> text)
    {
        if (!NeedsQuotes(text))
        {
            Encoding.UTF8.GetBytes(text, buffer);
            return;
        }
        buffer.Write("\""u8);
        for (var quote = text.IndexOf('"'); quote >= 0; quote = text.IndexOf('"'))
        {
            Encoding.UTF8.GetBytes(text[..(quote + 1)], buffer);
            buffer.Write("\""u8);
            text = text[(quote + 1)..];
        }
        Encoding.UTF8.GetBytes(text, buffer);
        buffer.Write("\""u8);
    }

    /// <summary>Writes a cell of UTF-8 bytes; the same text gives the same bytes as in the other overload.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void WriteCell(IBufferWriter<byte> buffer, ReadOnlySpan<byte> text)
    {
        if (!NeedsQuotes(text))
        {
            buffer.Write(text);
            return;
        }
        buffer.Write("\""u8);
        for (var quote = text.IndexOf((byte)'"'); quote >= 0; quote = text.IndexOf((byte)'"'))
        {
            buffer.Write(text[..(quote + 1)]);
            buffer.Write("\""u8);
            text = text[(quote + 1)..];
        }
        buffer.Write(text);
        buffer.Write("\""u8);
    }

    /// <summary>Blanks at an end are quoted too, lest a reader trims them.</summary>
    private static bool NeedsQuotes(ReadOnlySpan<char> text) =>
        !text.IsEmpty && (text.ContainsAny(Special) || char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]));

    private static bool NeedsQuotes(ReadOnlySpan<byte> text) =>
        !text.IsEmpty && (text.ContainsAny(SpecialBytes) || IsBlank(text[0], text, last: false) || IsBlank(text[^1], text, last: true));

    private static bool IsBlank(byte end, ReadOnlySpan<byte> text, bool last)
    {
        if (end < 0x80)
            return end == ' ' || (end >= '\t' && end <= '\r');
        _ = last ? Rune.DecodeLastFromUtf8(text, out var rune, out _) : Rune.DecodeFromUtf8(text, out rune, out _);
        return Rune.IsWhiteSpace(rune);
    }
}
