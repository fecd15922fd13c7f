using System.Globalization;
using System.Text;
using SalesforcePS.Emulator.Searching.Syntax;

namespace SalesforcePS.Emulator.Searching;

/// <summary>Splits text into words as the index does: letters and digits, without case and accents. Wildcards stay in their word.</summary>
internal static class WordBreaker
{
    /// <returns>The words, and where each stands.</returns>
    public static IEnumerable<(string Word, Range Place)> Split(string text)
    {
        var start = -1;
        for (var index = 0; index <= text.Length; index++)
        {
            var isInside = index < text.Length && IsPart(text[index]);
            if (isInside && start < 0)
                start = index;
            if (isInside || start < 0)
                continue;
            yield return (Fold(text[start..index]), start..index);
            start = -1;
        }
    }

    private static bool IsPart(char character) => char.IsLetterOrDigit(character) || char.IsSurrogate(character) || Wildcard.Is(character)
        || char.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static string Fold(string word)
    {
        var folded = new StringBuilder();
        foreach (var character in word.Normalize(NormalizationForm.FormD))
        {
            if (char.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark)
                folded.Append(char.ToLowerInvariant(character));
        }
        return folded.ToString().Normalize(NormalizationForm.FormC);
    }
}
