using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace SalesforcePS.Emulator.Querying;

/// <summary>Numbers as Salesforce prints them, which is as Java does: 100.0, 0.25, 1.39E8.</summary>
internal static class DoubleText
{
    public const int MaximumLength = 32;

    public static string Format(double number)
    {
        Span<byte> text = stackalloc byte[MaximumLength];
        return Encoding.ASCII.GetString(text[..Format(number, text)]);
    }

    public static int Format(double number, Span<byte> text)
    {
        var magnitude = Math.Abs(number);
        if (magnitude is (>= 1e-3 and < 1e7) or 0)
        {
            number.TryFormat(text, out var length, "R", CultureInfo.InvariantCulture);
            return text[..length].Contains((byte)'.') ? length : Append(text, length, ".0"u8);
        }
        return Scientific(number, text);
    }

    private static int Scientific(double number, Span<byte> text)
    {
        Span<byte> digits = stackalloc byte[MaximumLength];
        Math.Abs(number).TryFormat(digits, out var count, "R", CultureInfo.InvariantCulture);
        var exponent = Decompose(digits, ref count);
        var significant = digits[..count];
        var length = 0;
        if (number < 0)
            text[length++] = (byte)'-';
        text[length++] = significant[0];
        text[length++] = (byte)'.';
        if (significant.Length == 1)
            text[length++] = (byte)'0';
        significant[1..].CopyTo(text[length..]);
        length += significant.Length - 1;
        text[length++] = (byte)'E';
        Utf8Formatter.TryFormat(exponent, text[length..], out var written);
        return length + written;
    }

    /// <summary>Leaves the digits without leading and trailing zeros; returns the power of ten of the first of them.</summary>
    private static int Decompose(Span<byte> text, ref int length)
    {
        var exponent = 0;
        var mark = text[..length].IndexOf((byte)'E');
        if (mark >= 0)
        {
            exponent = int.Parse(text[(mark + 1)..length], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            length = mark;
        }
        var point = text[..length].IndexOf((byte)'.');
        if (point >= 0)
            text[(point + 1)..length--].CopyTo(text[point..]);
        var whole = point < 0 ? length : point;
        var first = text[..length].IndexOfAnyExcept((byte)'0');
        var significant = text[first..length].TrimEnd((byte)'0');
        length = significant.Length;
        significant.CopyTo(text);
        return exponent + whole - 1 - first;
    }

    private static int Append(Span<byte> text, int length, ReadOnlySpan<byte> suffix)
    {
        suffix.CopyTo(text[length..]);
        return length + suffix.Length;
    }
}
