using SalesforcePS.Core.Errors;

namespace SalesforcePS.Core.Soql;

/// <summary>
/// Cuts SOQL into the pieces the client has to know: names, string literals (which hide everything inside), and parameters.
/// Whether the query is right is for Salesforce to say.
/// </summary>
internal static class SoqlLexer
{
    public static List<SoqlToken> Read(string soql)
    {
        var tokens = new List<SoqlToken>();
        var at = 0;
        while (true)
        {
            while (at < soql.Length && char.IsWhiteSpace(soql[at]))
                at++;
            if (at == soql.Length)
                break;
            var token = ReadToken(soql, at);
            tokens.Add(token);
            at = token.End;
        }
        tokens.Add(new SoqlToken(SoqlTokenKind.End, at, at));
        return tokens;
    }

    private static SoqlToken ReadToken(string soql, int start)
    {
        var first = soql[start];
        if (first == '\'')
            return new SoqlToken(SoqlTokenKind.Text, start, EndOfText(soql, start));
        if (char.IsLetter(first) || first == '_')
            return new SoqlToken(SoqlTokenKind.Name, start, EndOf(soql, start, static c => char.IsLetterOrDigit(c) || c is '_' or '.'));
        // Dates and times (2026-01-31T12:00:00+01:00) are one piece; so their colon is no parameter.
        if (char.IsAsciiDigit(first))
            return new SoqlToken(SoqlTokenKind.Number, start, EndOf(soql, start, static c => char.IsLetterOrDigit(c) || c is '.' or '-' or '+' or ':'));
        if (first == ':' && start + 1 < soql.Length && (char.IsLetter(soql[start + 1]) || soql[start + 1] == '_'))
            return new SoqlToken(SoqlTokenKind.Parameter, start, EndOf(soql, start + 1, static c => char.IsLetterOrDigit(c) || c == '_'));
        return new SoqlToken(SoqlTokenKind.Symbol, start, start + 1);
    }

    private static int EndOf(string soql, int from, Func<char, bool> belongs)
    {
        while (from < soql.Length && belongs(soql[from]))
            from++;
        return from;
    }

    private static int EndOfText(string soql, int start)
    {
        for (var at = start + 1; at < soql.Length; at++)
        {
            if (soql[at] == '\\')
                at++;
            else if (soql[at] == '\'')
                return at + 1;
        }
        throw new SalesforceException($"The query has a string that does not end, from position {start + 1} on: {soql[start..Math.Min(soql.Length, start + 30)]}")
        {
            ErrorCode = "MALFORMED_QUERY",
        };
    }
}
