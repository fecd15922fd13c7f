namespace SalesforcePS.Emulator.Soql.Parsing;

/// <summary>Words that name neither a field nor an alias (SOQL reference, "Alias Notation").</summary>
internal static class ReservedWords
{
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "AND", "ASC", "DESC", "EXCLUDES", "FROM", "HAVING", "IN", "INCLUDES", "LIKE", "LIMIT", "NOT", "NULL", "NULLS",
        "OR", "SELECT", "USING", "WHERE", "WITH",
    };

    /// <summary>Words that may name an object (Group, Order) but, after one, begin a clause.</summary>
    private static readonly HashSet<string> ClauseWords = new(Words, StringComparer.OrdinalIgnoreCase)
    {
        "ALL", "FOR", "GROUP", "OFFSET", "ORDER", "UPDATE",
    };

    public static bool Contains(string word) => Words.Contains(word);

    public static bool BeginsClause(string word) => ClauseWords.Contains(word);
}
