namespace SalesforcePS.Core.Soql;

/// <summary>Finds the lists of a query that can be split, and what forbids to split any.</summary>
internal static class InListReader
{
    private static readonly string[] Forbidding = ["ORDER", "LIMIT", "OFFSET", "GROUP", "HAVING", "OR"];
    private static readonly string[] Aggregates = ["COUNT", "COUNT_DISTINCT", "SUM", "AVG", "MIN", "MAX"];

    public static (IReadOnlyList<InList> Lists, string? Forbidden) Read(string soql)
    {
        var tokens = SoqlLexer.Read(soql);
        var lists = new List<InList>();
        string? forbidden = null;
        var depth = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Is(soql, "("))
                depth++;
            else if (tokens[i].Is(soql, ")"))
                depth--;
            else if (tokens[i].Kind == SoqlTokenKind.Name)
            {
                forbidden ??= Aggregate(soql, tokens, i) ?? (depth == 0 ? Clause(soql, tokens, i) : null);
                if (depth == 0 && i > 0 && tokens[i].Is(soql, "IN") && !tokens[i - 1].Is(soql, "NOT") && ReadList(soql, tokens, i + 1) is { } list)
                    lists.Add(list);
            }
        }
        return (lists, forbidden);
    }

    /// <summary>Order and Group are objects too; NOT turns the union of the parts into their intersection, save in NOT IN.</summary>
    private static string? Clause(string soql, List<SoqlToken> tokens, int at)
    {
        if (tokens[at].Is(soql, "NOT"))
            return tokens[at + 1].Is(soql, "IN") ? null : "NOT";
        var word = Array.Find(Forbidding, word => tokens[at].Is(soql, word));
        return word is "ORDER" or "GROUP" && !tokens[at + 1].Is(soql, "BY") ? null : word;
    }

    /// <summary>An aggregate of parts is not that of the whole; COUNT() alone is a number of rows and can be added up.</summary>
    private static string? Aggregate(string soql, List<SoqlToken> tokens, int at) =>
        tokens[at + 1].Is(soql, "(") && Array.Find(Aggregates, word => tokens[at].Is(soql, word)) is { } word
        && !(word == "COUNT" && tokens[at + 2].Is(soql, ")"))
            ? $"{word}()"
            : null;

    private static InList? ReadList(string soql, List<SoqlToken> tokens, int open)
    {
        if (!tokens[open].Is(soql, "("))
            return null;
        var items = new List<string>();
        int? start = null;
        for (var i = open + 1; tokens[i].Kind != SoqlTokenKind.End; i++)
        {
            var closes = tokens[i].Is(soql, ")");
            if (closes || tokens[i].Is(soql, ","))
            {
                if (start is { } from)
                    items.Add(soql[from..tokens[i - 1].End]);
                start = null;
                if (closes)
                    return new InList(tokens[open].Start, tokens[i].End, items);
            }
            else if (tokens[i].Is(soql, "SELECT") || tokens[i].Is(soql, "("))
                return null;
            else
                start ??= tokens[i].Start;
        }
        return null;
    }
}
