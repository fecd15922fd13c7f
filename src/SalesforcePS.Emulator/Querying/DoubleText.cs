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
        number.TryFormat(digits, out var count, "R", CultureInfo.InvariantCulture);
        digits = digits[..count];
        var negative = digits[0] == (byte)'-';
        if (negative)
            digits = digits[1..];
        var (significant, exponent) = Decompose(digits.ToArray());
        var length = 0;
        if (negative)
            text[length++] = (byte)'-';
        text[length++] = significant[0];
        text[length++] = (byte)'.';
        if (significant.Length == 1)
            text[length++] = (byte)'0';
        significant.AsSpan(1).CopyTo(text[length..]);
        length += significant.Length - 1;
        text[length++] = (byte)'E';
        Utf8Formatter.TryFormat(exponent, text[length..], out var written);
        return length + written;
    }

    /// <summary>The digits without leading and trailing zeros, and the power of ten of the first of them.</summary>
    private static (byte[] Digits, int Exponent) Decompose(byte[] text)
    {
        var exponent = 0;
        var mark = Array.IndexOf(text, (byte)'E');
        if (mark >= 0)
        {
            exponent = int.Parse(text.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            text = text[..mark];
        }
        var point = Array.IndexOf(text, (byte)'.');
        var whole = point < 0 ? text.Length : point;
        var digits = Array.FindAll(text, digit => digit != (byte)'.');
        var first = Array.FindIndex(digits, digit => digit != (byte)'0');
        var last = Array.FindLastIndex(digits, digit => digit != (byte)'0');
        return (digits[first..(last + 1)], exponent + whole - 1 - first);
    }

    private static int Append(Span<byte> text, int length, ReadOnlySpan<byte> suffix)
    {
        suffix.CopyTo(text[length..]);
        return length + suffix.Length;
    }
}
