using System.Globalization;

namespace SalesforcePS.Emulator.Schema;

/// <summary>
/// Display formats such as <c>A-{0000}</c>: the digits in braces give the width and the number of the first record.
/// </summary>
internal static class AutoNumber
{
    public static string Format(string displayFormat, long number)
    {
        var open = displayFormat.IndexOf('{', StringComparison.Ordinal);
        var close = displayFormat.IndexOf('}', open);
        var digits = displayFormat[(open + 1)..close];
        var value = long.Parse(digits, CultureInfo.InvariantCulture) + number;
        return string.Concat(
            displayFormat.AsSpan(0, open),
            value.ToString(new string('0', digits.Length), CultureInfo.InvariantCulture),
            displayFormat.AsSpan(close + 1));
    }

    /// <summary>One pair of braces around digits, and nothing else in braces.</summary>
    public static bool IsValid(string displayFormat)
    {
        var open = displayFormat.IndexOf('{', StringComparison.Ordinal);
        var close = displayFormat.IndexOf('}', StringComparison.Ordinal);
        return open >= 0 && close > open + 1 && close - open <= 11
            && open == displayFormat.LastIndexOf('{') && close == displayFormat.LastIndexOf('}')
            && !displayFormat.AsSpan(open + 1, close - open - 1).ContainsAnyExceptInRange('0', '9');
    }
}
