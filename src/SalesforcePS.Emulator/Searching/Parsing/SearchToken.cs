namespace SalesforcePS.Emulator.Searching.Parsing;

/// <param name="Text">A word, a phrase, or a bracket.</param>
/// <param name="IsQuoted">Whether it is a phrase: operators and brackets are not.</param>
/// <param name="Position">Where it begins.</param>
internal readonly record struct SearchToken(string Text, bool IsQuoted, int Position)
{
    public bool Is(string word) => !IsQuoted && Text.Equals(word, StringComparison.OrdinalIgnoreCase);
}
