using System.Globalization;

namespace SalesforcePS.Core.Records;

/// <summary>Numbers as Salesforce reads them on every transport: a point, no groups, all digits, no exponent.</summary>
internal static class InvariantNumber
{
    /// <exception cref="FormatException">The number is infinite or not a number.</exception>
    public static string Format(object number)
    {
        var text = ((IFormattable)number).ToString(null, CultureInfo.InvariantCulture);
        if (number is float or double && !double.IsFinite(Convert.ToDouble(number, CultureInfo.InvariantCulture)))
            throw new FormatException($"'{text}' is not a finite number.");
        var exponentAt = text.IndexOf('E', StringComparison.Ordinal);
        return exponentAt < 0 ? text : Expand(text[..exponentAt], int.Parse(text[(exponentAt + 1)..], CultureInfo.InvariantCulture));
    }

    /// <summary>Text that says a number (blanks around it, an exponent, no digit before the point) in the form of <see cref="Format"/>; null for other text.</summary>
    public static string? Normalize(string text)
    {
        text = text.Trim();
        if (IsPlain(text))
            return text;
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (!double.TryParse(text, Style, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
            return null;
        // A decimal keeps digits that a double has no room for, but no number that is very small or very large.
        return Math.Abs(number) is >= 1e-9 and < 1e28 ? Format(decimal.Parse(text, Style, CultureInfo.InvariantCulture)) : Format(number);
    }

    /// <summary>True for digits with at most a sign before them and a point within them, which is also a number of JSON.</summary>
    public static bool IsPlain(string text)
    {
        var digits = text.AsSpan(text.StartsWith('-') ? 1 : 0);
        var point = digits.IndexOf('.');
        var whole = point < 0 ? digits : digits[..point];
        return AreDigits(whole) && (whole.Length == 1 || whole[0] != '0') && (point < 0 || AreDigits(digits[(point + 1)..]));
    }

    /// <summary><c>5.00</c> is <c>5</c>, which a field of whole numbers takes.</summary>
    public static string WithoutZeros(string text) =>
        text.IndexOf('.', StringComparison.Ordinal) is var point and > 0 && text.AsSpan(point + 1).TrimEnd('0').IsEmpty ? text[..point] : text;

    private static bool AreDigits(ReadOnlySpan<char> text) => text.Length > 0 && !text.ContainsAnyExceptInRange('0', '9');

    public static bool IsNumber(object value) =>
        value is sbyte or byte or short or ushort or int or uint or long or ulong or float or double or decimal or System.Numerics.BigInteger;

    /// <summary><c>-1.25E-05</c> is <c>-0.0000125</c>.</summary>
    private static string Expand(string mantissa, int exponent)
    {
        var sign = mantissa[0] == '-' ? "-" : "";
        var digits = mantissa.TrimStart('-');
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? digits.Length : point;
        digits = digits.Replace(".", "", StringComparison.Ordinal);
        var newPoint = whole + exponent;
        if (newPoint <= 0)
            return $"{sign}0.{new string('0', -newPoint)}{digits}";
        return newPoint >= digits.Length
            ? sign + digits.PadRight(newPoint, '0')
            : $"{sign}{digits[..newPoint]}.{digits[newPoint..]}";
    }
}
