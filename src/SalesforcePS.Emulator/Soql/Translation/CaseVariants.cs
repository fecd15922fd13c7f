namespace SalesforcePS.Emulator.Soql.Translation;

/// <summary>
/// SQLite takes upper and lower case for equal in ASCII only, SOQL everywhere. A text with other letters is therefore
/// looked for in all their cases, so that an index still finds it.
/// </summary>
internal static class CaseVariants
{
    /// <summary>Sixty-four variants; texts with more such letters are compared by a function.</summary>
    private const int MaximumLetters = 6;

    /// <returns>Null where there are too many.</returns>
    public static IReadOnlyList<string>? Of(string text)
    {
        var places = Enumerable.Range(0, text.Length).Where(index => HasCase(text[index])).ToArray();
        if (places.Length > MaximumLetters)
            return null;
        List<string> variants = [text];
        foreach (var place in places)
            variants = [.. variants.SelectMany(variant => (string[])[With(variant, place, char.ToLowerInvariant), With(variant, place, char.ToUpperInvariant)])];
        return variants;
    }

    private static bool HasCase(char character) =>
        !char.IsAscii(character) && char.ToLowerInvariant(character) != char.ToUpperInvariant(character);

    private static string With(string text, int place, Func<char, char> change) =>
        string.Concat(text.AsSpan(0, place), [change(text[place])], text.AsSpan(place + 1));
}
