namespace SalesforcePS.Core.Soql;

/// <summary>Finds the lists of a query that can be split, and what forbids to split any.</summary>
internal static class InListReader
{
    private static readonly string[] Forbidding = ["ORDER", "LIMIT", "OFFSET", "GROUP", "HAVING", "OR"];

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
            else if (depth == 0 && tokens[i].Kind == SoqlTokenKind.Name)
            {
                forbidden ??= Array.Find(Forbidding, word => tokens[i].Is(soql, word));
                if (tokens[i].Is(soql, "IN") && !tokens[i - 1].Is(soql, "NOT") && ReadList(soql, tokens, i + 1) is { } list)
                    lists.Add(list);
            }
        }
        return (lists, forbidden);
    }

    private static InList? ReadList(string soql, List<SoqlToken> tokens, int open)
    {
        if (!tokens[open].Is(soql, "("))
            return null;
        var items = new List<string>();
        for (var i = open + 1; tokens[i].Kind != SoqlTokenKind.End; i++)
        {
            if (tokens[i].Is(soql, ")"))
                return new InList(tokens[open].Start, tokens[i].End, items);
            if (tokens[i].Is(soql, "SELECT"))
                return null;
            if (!tokens[i].Is(soql, ","))
                items.Add(tokens[i].In(soql).ToString());
        }
        return null;
    }
}
