using System.Globalization;

namespace SalesforcePS.Emulator.Formulas.Functions;

/// <summary>Values as TEXT writes them, and numbers as VALUE reads them.</summary>
internal static class FormulaText
{
    public static string? Of(object? value) => value switch
    {
        decimal number => number.ToString("0.############################", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture),
        string text => text,
        _ => null,
    };

    public static object? ToNumber(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        return decimal.TryParse(text.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new FormulaValueException($"VALUE cannot read '{text}' as a number");
    }
}
