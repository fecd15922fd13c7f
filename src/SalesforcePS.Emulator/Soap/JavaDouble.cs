using System.Globalization;

namespace SalesforcePS.Emulator.Soap;

/// <summary>Doubles as Double.toString of Java writes them, and so the SOAP API: 100.0, 1.39E8.</summary>
internal static class JavaDouble
{
    public static string Format(double value)
    {
        var magnitude = Math.Abs(value);
        if (magnitude == 0 || magnitude is >= 1e-3 and < 1e7)
        {
            var plain = value.ToString("R", CultureInfo.InvariantCulture);
            return plain.Contains('.', StringComparison.Ordinal) ? plain : plain + ".0";
        }

        return Scientific(value);
    }

    private static string Scientific(double value)
    {
        var parts = value.ToString("R", CultureInfo.InvariantCulture).Split('E');
        var sign = parts[0].StartsWith('-') ? "-" : "";
        var mantissa = parts[0].TrimStart('-');
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var integerDigits = point < 0 ? mantissa.Length : point;
        var digits = mantissa.Replace(".", "", StringComparison.Ordinal);
        var leadingZeros = digits.Length - digits.TrimStart('0').Length;
        var exponent = integerDigits - 1 - leadingZeros + (parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0);
        var significant = digits.Trim('0');
        var fraction = significant.Length > 1 ? significant[1..] : "0";
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{significant[0]}.{fraction}E{exponent}");
    }
}
