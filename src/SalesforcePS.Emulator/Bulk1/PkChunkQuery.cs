using SalesforcePS.Emulator.Soql.Parsing;

namespace SalesforcePS.Emulator.Bulk1;

/// <summary>Narrows a query without order and limit to a range of Ids: SELECT Name FROM Account WHERE Id &gt;= '001...' AND Id &lt; '001...'.</summary>
internal static class PkChunkQuery
{
    private static readonly string[] ClausesBehindWhere = ["WITH", "FOR", "UPDATE"];

    public static string Between(string soql, string from, string? before)
    {
        var range = before is null ? $"Id >= '{from}'" : $"Id >= '{from}' AND Id < '{before}'";
        var (where, end) = FindClauses(soql);
        var head = soql[..end].TrimEnd();
        var tail = soql[end..];
        if (where is not { } start)
            return Join($"{head} WHERE {range}", tail);
        return Join($"{head[..start]} ({head[start..].Trim()}) AND {range}", tail);
    }

    /// <summary>Where the root query's condition begins, if it has one, and where it ends.</summary>
    private static (int? Where, int End) FindClauses(string soql)
    {
        var depth = 0;
        int? where = null;
        var isBehindFrom = false;
        foreach (var token in new Lexer(new SoqlText(soql)).Read())
        {
            depth += token.IsSymbol("(") ? 1 : token.IsSymbol(")") ? -1 : 0;
            if (depth > 0)
                continue;
            isBehindFrom |= token.IsKeyword("FROM");
            if (token.IsKeyword("WHERE"))
                where = token.End;
            else if (token.Kind == TokenKind.End || (isBehindFrom && ClausesBehindWhere.Any(token.IsKeyword)))
                return (where, token.Position);
        }

        return (where, soql.Length);
    }

    private static string Join(string query, string tail) => tail.Length == 0 ? query : $"{query} {tail}";
}
