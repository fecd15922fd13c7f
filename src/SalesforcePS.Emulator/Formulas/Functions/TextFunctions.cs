using System.Globalization;
using System.Text.RegularExpressions;
using SalesforcePS.Emulator.Formulas.Checking;
using SalesforcePS.Emulator.Formulas.Evaluation;
using SalesforcePS.Emulator.Identity;
using static SalesforcePS.Emulator.Formulas.Functions.FormulaFunction;

namespace SalesforcePS.Emulator.Formulas.Functions;

internal static class TextFunctions
{
    private static readonly TimeSpan LongestMatch = TimeSpan.FromSeconds(1);

    public static readonly IReadOnlyList<FormulaFunction> All =
    [
        new("TEXT", CheckText, arguments => FormulaText.Of(arguments[0])),
        Of("VALUE", FormulaType.Number, arguments => FormulaText.ToNumber(arguments.Text(0)), [FormulaType.Text]),
        Of("LEN", FormulaType.Number, arguments => (decimal)arguments.Text(0).Length, [FormulaType.Text]),
        Of("LEFT", FormulaType.Text, arguments => Part(arguments.Text(0), 0, arguments.Whole(1)), [FormulaType.Text, FormulaType.Number]),
        Of("RIGHT", FormulaType.Text, Right, [FormulaType.Text, FormulaType.Number]),
        Of(
            "MID",
            FormulaType.Text,
            arguments => arguments.Number(1) is null ? null : Part(arguments.Text(0), Math.Max(arguments.Whole(1), 1) - 1, arguments.Whole(2)),
            [FormulaType.Text, FormulaType.Number, FormulaType.Number]),
        Of("TRIM", FormulaType.Text, arguments => arguments.Text(0).Trim(), [FormulaType.Text]),
        Of("REVERSE", FormulaType.Text, arguments => new string([.. arguments.Text(0).Reverse()]), [FormulaType.Text]),
        Of("UPPER", FormulaType.Text, arguments => arguments.Text(0).ToUpper(Locale(arguments)), [FormulaType.Text, FormulaType.Text], optional: 1),
        Of("LOWER", FormulaType.Text, arguments => arguments.Text(0).ToLower(Locale(arguments)), [FormulaType.Text, FormulaType.Text], optional: 1),
        Of("INITCAP", FormulaType.Text, arguments => Capitalized(arguments.Text(0)), [FormulaType.Text]),
        Of("CONTAINS", FormulaType.Boolean, arguments => Search(arguments, (text, part) => text.Contains(part, StringComparison.Ordinal)), [FormulaType.Text, FormulaType.Text]),
        Of("BEGINS", FormulaType.Boolean, arguments => Search(arguments, (text, part) => text.StartsWith(part, StringComparison.Ordinal)), [FormulaType.Text, FormulaType.Text]),
        Of("SUBSTITUTE", FormulaType.Text, Substitute, [FormulaType.Text, FormulaType.Text, FormulaType.Text]),
        Of("FIND", FormulaType.Number, Find, [FormulaType.Text, FormulaType.Text, FormulaType.Number], optional: 1),
        Of("LPAD", FormulaType.Text, arguments => Pad(arguments, (padding, text) => padding + text), [FormulaType.Text, FormulaType.Number, FormulaType.Text], optional: 1),
        Of("RPAD", FormulaType.Text, arguments => Pad(arguments, (padding, text) => text + padding), [FormulaType.Text, FormulaType.Number, FormulaType.Text], optional: 1),
        Of("REGEX", FormulaType.Boolean, Matches, [FormulaType.Text, FormulaType.Text]),
        Of("CASESAFEID", FormulaType.Text, arguments => SalesforceId.TryNormalize(arguments.Text(0), out var id) ? id : arguments[0], [FormulaType.Text]),
        Of("ASCII", FormulaType.Number, arguments => arguments.Text(0) is { Length: > 0 } text ? (decimal)char.ConvertToUtf32(text, 0) : null, [FormulaType.Text]),
        Of("CHR", FormulaType.Text, arguments => arguments.Whole(0) is > 0 and < 0xD800 and var code ? char.ConvertFromUtf32(code) : null, [FormulaType.Number]),
    ];

    private static FormulaType CheckText(CheckedCall call)
    {
        call.Count(1);
        call.Expect(0, FormulaType.Number, FormulaType.Date, FormulaType.DateTime, FormulaType.Time, FormulaType.Picklist);
        return FormulaType.Text;
    }

    private static CultureInfo Locale(FormulaArguments arguments)
    {
        if (arguments.Count < 2 || arguments.Text(1) is not { Length: > 0 } locale)
            return CultureInfo.InvariantCulture;
        try
        {
            return CultureInfo.GetCultureInfo(locale.Replace('_', '-'));
        }
        catch (CultureNotFoundException)
        {
            throw new FormulaValueException($"there is no locale '{locale}'");
        }
    }

    // The first letter of each word is capital, all others are not.
    private static string Capitalized(string text) => string.Create(text.Length, text, static (letters, source) =>
    {
        for (var i = 0; i < letters.Length; i++)
        {
            letters[i] = i > 0 && char.IsLetterOrDigit(source[i - 1]) ? char.ToLowerInvariant(source[i]) : char.ToUpperInvariant(source[i]);
        }
    });

    private static string Part(string text, int start, int length) =>
        start >= text.Length || length <= 0 ? "" : text.Substring(start, Math.Min(length, text.Length - start));

    private static string Right(FormulaArguments arguments)
    {
        var text = arguments.Text(0);
        var length = Math.Clamp(arguments.Whole(1), 0, text.Length);
        return text[^length..];
    }

    // Every text contains the empty one, and of a blank text nothing is known.
    private static bool? Search(FormulaArguments arguments, Func<string, string, bool> holds)
    {
        var (text, part) = (arguments.Text(0), arguments.Text(1));
        return part.Length == 0 ? true : text.Length == 0 ? null : holds(text, part);
    }

    private static string Substitute(FormulaArguments arguments) => arguments.Text(1) is { Length: > 0 } part
        ? arguments.Text(0).Replace(part, arguments.Text(2), StringComparison.Ordinal)
        : arguments.Text(0);

    private static object Find(FormulaArguments arguments)
    {
        var (part, text) = (arguments.Text(0), arguments.Text(1));
        var start = Math.Max(arguments.Count > 2 ? arguments.Whole(2) : 1, 1) - 1;
        return part.Length == 0 || start > text.Length ? 0m : (decimal)(text.IndexOf(part, start, StringComparison.Ordinal) + 1);
    }

    private static string? Pad(FormulaArguments arguments, Func<string, string, string> join)
    {
        var text = arguments.Text(0);
        var length = arguments.Whole(1);
        var filler = arguments.Count > 2 ? arguments.Text(2) : " ";
        if (length <= text.Length || filler.Length == 0)
            return Part(text, 0, length);
        var count = Math.Min(length - text.Length, short.MaxValue);
        return join(string.Concat(Enumerable.Repeat(filler, (count / filler.Length) + 1))[..count], text);
    }

    // The whole text must match.
    private static object Matches(FormulaArguments arguments)
    {
        try
        {
            return Regex.IsMatch(arguments.Text(0), $"^(?:{arguments.Text(1)})\\z", RegexOptions.CultureInvariant, LongestMatch);
        }
        catch (Exception exception) when (exception is ArgumentException or RegexMatchTimeoutException)
        {
            throw new FormulaValueException("REGEX cannot use the pattern");
        }
    }
}
