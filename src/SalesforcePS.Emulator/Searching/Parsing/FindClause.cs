using System.Text;
using SalesforcePS.Emulator.Searching.Syntax;
using SalesforcePS.Emulator.Soql.Parsing;

namespace SalesforcePS.Emulator.Searching.Parsing;

/// <summary>FIND {...}: the text between the braces, and where the statement goes on.</summary>
internal sealed class FindClause
{
    private const string Keyword = "FIND";

    /// <summary>Those of the reserved characters that have no meaning of their own; to search for them they are escaped.</summary>
    private const string Reserved = "&|![]^~:'+-{";

    private FindClause(IReadOnlyList<SearchToken> tokens, int length, int end)
    {
        Tokens = tokens;
        Length = length;
        End = end;
    }

    public IReadOnlyList<SearchToken> Tokens { get; }

    /// <summary>Characters between the braces.</summary>
    public int Length { get; }

    public int End { get; }

    public static FindClause Read(SoqlText source)
    {
        var text = source.Text;
        var start = text.Length - text.AsSpan().TrimStart().Length;
        if (!text.AsSpan(start).StartsWith(Keyword, StringComparison.OrdinalIgnoreCase))
            throw NoTerm();
        start += Keyword.Length;
        while (start < text.Length && char.IsWhiteSpace(text[start]))
            start++;
        if (start == text.Length || text[start] != '{')
            throw NoTerm();
        var tokens = new List<SearchToken>();
        var position = start + 1;
        while (true)
        {
            if (position >= text.Length)
                throw source.Unreadable(text.Length, "mismatched character '<EOF>' expecting '}'");
            var character = text[position];
            if (character == '}')
                return new FindClause(tokens, position - start - 1, position + 1);
            if (char.IsWhiteSpace(character))
                position++;
            else if (character is '(' or ')')
                tokens.Add(new SearchToken(character.ToString(), IsQuoted: false, position++));
            else
                tokens.Add(Text(source, ref position, isQuoted: character == '"'));
        }
    }

    /// <summary>A word up to the next space, bracket or quotation mark, or a phrase up to its closing mark.</summary>
    private static SearchToken Text(SoqlText source, ref int position, bool isQuoted)
    {
        var text = source.Text;
        var start = position;
        var value = new StringBuilder();
        if (isQuoted)
            position++;
        for (; position < text.Length; position++)
        {
            var character = text[position];
            if (character == '"' && isQuoted)
            {
                position++;
                return new SearchToken(value.ToString(), IsQuoted: true, start);
            }
            if (!isQuoted && (char.IsWhiteSpace(character) || character is '(' or ')' or '"' or '}'))
                return new SearchToken(value.ToString(), IsQuoted: false, start);
            if (character is '}' || Reserved.Contains(character, StringComparison.Ordinal))
                throw source.Unreadable(position, $"mismatched character '{character}' expecting '{(isQuoted ? '"' : '}')}'");
            value.Append(character switch
            {
                '\\' when position + 1 < text.Length => text[++position],
                '*' => Wildcard.Any,
                '?' => Wildcard.One,
                _ => character,
            });
        }
        throw source.Unreadable(text.Length, $"mismatched character '<EOF>' expecting '{(isQuoted ? '"' : '}')}'");
    }

    private static ApiException NoTerm() =>
        new("MALFORMED_SEARCH", "No search term found. The search term must be enclosed in braces.");
}
