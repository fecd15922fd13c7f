using System.Globalization;
using System.Text.RegularExpressions;

namespace SalesforcePS.Emulator.Schema;

/// <summary>
/// Display formats such as <c>A-{YYYY}-{0000}</c>: the digits in braces give the width and the number of the first
/// record, letters in braces parts of the date of creation.
/// </summary>
internal static partial class AutoNumber
{
    /// <param name="displayFormat">A valid one.</param>
    /// <param name="number">0 for the first record.</param>
    /// <param name="now">The moment of creation, in milliseconds since 1970.</param>
    public static string Format(string displayFormat, long number, long now) => Part().Replace(displayFormat, match =>
    {
        var inner = match.Groups[1].Value;
        var day = DateTimeOffset.FromUnixTimeMilliseconds(now);
        return inner switch
        {
            "YYYY" => day.ToString("yyyy", CultureInfo.InvariantCulture),
            "YY" => day.ToString("yy", CultureInfo.InvariantCulture),
            "MM" => day.ToString("MM", CultureInfo.InvariantCulture),
            "DD" => day.ToString("dd", CultureInfo.InvariantCulture),
            _ => (long.Parse(inner, CultureInfo.InvariantCulture) + number).ToString(new string('0', inner.Length), CultureInfo.InvariantCulture),
        };
    });

    /// <summary>One pair of braces around digits, dates in other braces, and nothing else in any.</summary>
    public static bool IsValid(string displayFormat) =>
        Part().Count(displayFormat) == displayFormat.Count(character => character is '{' or '}') / 2.0
        && Number().Count(displayFormat) == 1;

    [GeneratedRegex("\\{(YYYY|YY|MM|DD|[0-9]{1,10})\\}")]
    private static partial Regex Part();

    [GeneratedRegex("\\{[0-9]{1,10}\\}")]
    private static partial Regex Number();
}
