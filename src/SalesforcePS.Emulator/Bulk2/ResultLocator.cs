using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace SalesforcePS.Emulator.Bulk2;

/// <summary>The first row of a page of query results, written so that clients take it for opaque.</summary>
internal static class ResultLocator
{
    public static string Of(long row) =>
        Convert.ToBase64String(Encoding.ASCII.GetBytes(row.ToString(CultureInfo.InvariantCulture))).TrimEnd('=');

    public static long? Read(string locator)
    {
        var padded = locator.PadRight((locator.Length + 3) / 4 * 4, '=');
        Span<byte> bytes = stackalloc byte[32];
        return padded.Length <= 32
            && Convert.TryFromBase64String(padded, bytes, out var length)
            && Utf8Parser.TryParse(bytes[..length], out long row, out var used)
            && used == length
                ? row
                : null;
    }
}
