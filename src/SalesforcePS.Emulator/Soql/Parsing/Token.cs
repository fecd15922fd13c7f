namespace SalesforcePS.Emulator.Soql.Parsing;

internal readonly record struct Token(TokenKind Kind, string Text, int Position)
{
    public int End => Position + Text.Length;

    public bool IsKeyword(string keyword) =>
        Kind == TokenKind.Identifier && string.Equals(Text, keyword, StringComparison.OrdinalIgnoreCase);

    public bool IsSymbol(string symbol) => Kind == TokenKind.Symbol && Text == symbol;
}
