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
