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
    private const ulong SpecialBits = 1UL << ',' | 1UL << '"' | 1UL << '\r' | 1UL << '\n';
    private const int LongestShort = 64;

    public static void WriteRow(RowBuffer buffer, ReadOnlySpan<string?> cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (i > 0)
                buffer.Write((byte)',');
            WriteCell(buffer, cells[i]);
        }
        // A line of nothing would be no row at all.
        if (cells.Length == 1 && string.IsNullOrEmpty(cells[0]))
            buffer.Write("\"\""u8);
        buffer.Write((byte)'\n');
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void WriteCell(RowBuffer buffer, ReadOnlySpan<char> text)
    {
        if (!NeedsQuotes(text))
        {
            buffer.Write(text);
            return;
        }
        buffer.Write((byte)'"');
        for (var quote = text.IndexOf('"'); quote >= 0; quote = text.IndexOf('"'))
        {
            buffer.Write(text[..(quote + 1)]);
            buffer.Write((byte)'"');
            text = text[(quote + 1)..];
        }
        buffer.Write(text);
        buffer.Write((byte)'"');
    }

    /// <summary>Writes a cell of UTF-8 bytes; the same text gives the same bytes as in the other overload.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void WriteCell(RowBuffer buffer, ReadOnlySpan<byte> text)
    {
        if (!NeedsQuotes(text))
        {
            buffer.Write(text);
            return;
        }
        buffer.Write((byte)'"');
        for (var quote = text.IndexOf((byte)'"'); quote >= 0; quote = text.IndexOf((byte)'"'))
        {
            buffer.Write(text[..(quote + 1)]);
            buffer.Write((byte)'"');
            text = text[(quote + 1)..];
        }
        buffer.Write(text);
        buffer.Write((byte)'"');
    }

    /// <summary>Blanks at an end are quoted too, lest a reader trims them.</summary>
    private static bool NeedsQuotes(ReadOnlySpan<char> text) =>
        !text.IsEmpty && (text.ContainsAny(Special) || char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool NeedsQuotes(ReadOnlySpan<byte> text) =>
        !text.IsEmpty && (HasSpecial(text) || IsBlank(text[0], text, last: false) || IsBlank(text[^1], text, last: true));

    /// <summary>Most cells are so short that a loop is over before a vectorized search has begun.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool HasSpecial(ReadOnlySpan<byte> text)
    {
        if (text.Length > LongestShort)
            return text.ContainsAny(SpecialBytes);
        foreach (var value in text)
        {
            if (value < 64 && (SpecialBits >> value & 1) != 0)
                return true;
        }
        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsBlank(byte end, ReadOnlySpan<byte> text, bool last) =>
        end < 0x80 ? end == ' ' || (end >= '\t' && end <= '\r') : IsBlankRune(text, last);

    private static bool IsBlankRune(ReadOnlySpan<byte> text, bool last)
    {
        _ = last ? Rune.DecodeLastFromUtf8(text, out var rune, out _) : Rune.DecodeFromUtf8(text, out rune, out _);
        return Rune.IsWhiteSpace(rune);
    }
}
