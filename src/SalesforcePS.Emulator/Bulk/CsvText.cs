using System.Text;
using SalesforcePS.Emulator.Http;

namespace SalesforcePS.Emulator.Bulk;

/// <summary>The CSV of results: every value in quotes, nothing escaped but the quotes inside.</summary>
internal static class CsvText
{
    private const byte Quote = (byte)'"';

    public static void Append(PooledStream output, ReadOnlySpan<byte> value)
    {
        var span = output.GetSpan((2 * value.Length) + 2);
        span[0] = Quote;
        var length = 1;
        int quote;
        while ((quote = value.IndexOf(Quote)) >= 0)
        {
            value[..(quote + 1)].CopyTo(span[length..]);
            length += quote + 1;
            span[length++] = Quote;
            value = value[(quote + 1)..];
        }

        value.CopyTo(span[length..]);
        length += value.Length;
        span[length] = Quote;
        output.Advance(length + 1);
    }

    public static void Append(PooledStream output, string value)
    {
        Span<byte> bytes = value.Length <= 256 ? stackalloc byte[3 * 256] : new byte[3 * value.Length];
        Append(output, bytes[..Encoding.UTF8.GetBytes(value, bytes)]);
    }

    public static void Append(PooledStream output, byte character)
    {
        output.GetSpan(1)[0] = character;
        output.Advance(1);
    }

    public static void AppendLineEnding(PooledStream output, LineEnding lineEnding) =>
        output.Write(lineEnding == LineEnding.LF ? "\n"u8 : "\r\n"u8);
}
