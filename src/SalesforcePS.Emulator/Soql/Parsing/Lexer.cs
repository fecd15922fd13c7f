using System.Text.RegularExpressions;

namespace SalesforcePS.Emulator.Soql.Parsing;

/// <param name="source">The statement.</param>
/// <param name="start">Where it is read from.</param>
internal sealed partial class Lexer(SoqlText source, int start = 0)
{
    private static readonly string[] Symbols = ["<=", ">=", "!=", "<>", "=", "<", ">", "(", ")", ",", ".", ":", "+", "-"];

    private readonly string text = source.Text;
    private int position = start;

    public IReadOnlyList<Token> Read()
    {
        var tokens = new List<Token>();
        while (true)
        {
            while (position < text.Length && char.IsWhiteSpace(text[position]))
                position++;
            if (position == text.Length)
            {
                tokens.Add(new Token(TokenKind.End, "<EOF>", position));
                return tokens;
            }
            var token = Next();
            tokens.Add(token);
            position = token.End;
        }
    }

    private Token Next()
    {
        var first = text[position];
        if (char.IsAsciiLetter(first) || first == '_')
            return Match(IdentifierPattern(), TokenKind.Identifier);
        if (char.IsAsciiDigit(first) || (first == '.' && position + 1 < text.Length && char.IsAsciiDigit(text[position + 1])))
            return NumberOrDate();
        if (first == '\'')
            return QuotedString();
        foreach (var symbol in Symbols)
        {
            if (string.CompareOrdinal(text, position, symbol, 0, symbol.Length) == 0)
                return new Token(TokenKind.Symbol, symbol, position);
        }
        throw source.Unreadable(position, $"unexpected token: '{first}'");
    }

    private Token NumberOrDate()
    {
        var match = DateTimePattern().Match(text, position);
        if (match.Success)
            return new Token(TokenKind.DateTime, match.Value, position);
        match = DatePattern().Match(text, position);
        if (match.Success)
            return new Token(TokenKind.Date, match.Value, position);
        match = TimePattern().Match(text, position);
        return match.Success ? new Token(TokenKind.Time, match.Value, position) : Match(NumberPattern(), TokenKind.Number);
    }

    private Token QuotedString()
    {
        for (var end = position + 1; end < text.Length; end++)
        {
            if (text[end] == '\\')
                end++;
            else if (text[end] == '\'')
                return new Token(TokenKind.String, text[position..(end + 1)], position);
        }
        throw source.Unreadable(position, "mismatched character '<EOF>' expecting '''");
    }

    private Token Match(Regex pattern, TokenKind kind) => new(kind, pattern.Match(text, position).Value, position);

    [GeneratedRegex(@"\G[A-Za-z_][A-Za-z0-9_]*")]
    private static partial Regex IdentifierPattern();

    [GeneratedRegex(@"\G[0-9]*(\.[0-9]+)?([eE][+-]?[0-9]+)?")]
    private static partial Regex NumberPattern();

    [GeneratedRegex(@"\G[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9Tt])")]
    private static partial Regex DatePattern();

    [GeneratedRegex(@"\G[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?([Zz]|[+-][0-9]{2}:?[0-9]{2})")]
    private static partial Regex DateTimePattern();

    [GeneratedRegex(@"\G[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?[Zz]?")]
    private static partial Regex TimePattern();
}
