using System.Text;

namespace SalesforcePS.Core.Search;

/// <summary>Writes a text as a SOSL search term that means just that text (SOSL Reference, "FIND").</summary>
internal static class SoslText
{
    private const string Reserved = """?&|!{}[]()^~*:\"'+-""";
    private static readonly string[] Operators = ["AND", "OR", "NOT"];

    public static string Escape(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(EscapeWord));

    /// <summary>A word that is an operator stands in quotes, where it is a word again.</summary>
    private static string EscapeWord(string word)
    {
        if (Operators.Contains(word, StringComparer.OrdinalIgnoreCase))
            return $"\"{word}\"";
        var escaped = new StringBuilder(word.Length);
        foreach (var c in word)
        {
            if (Reserved.Contains(c, StringComparison.Ordinal))
                escaped.Append('\\');
            escaped.Append(c);
        }
        return escaped.ToString();
    }
}
