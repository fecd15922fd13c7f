namespace SalesforcePS.Emulator.Soql.Parsing;

internal sealed class TokenReader(SoqlText source, int start = 0)
{
    /// <summary>Far more than any statement needs, and few enough for the stack.</summary>
    private const int MaximumNesting = 200;

    private readonly IReadOnlyList<Token> tokens = new Lexer(source, start).Read();
    private int index;
    private int nesting;

    public SoqlText Source => source;

    public Token Current => tokens[index];

    public Token Following => tokens[Math.Min(index + 1, tokens.Count - 1)];

    public Token Next()
    {
        var token = Current;
        if (token.Kind != TokenKind.End)
            index++;
        return token;
    }

    public bool AcceptKeyword(string keyword)
    {
        if (!Current.IsKeyword(keyword))
            return false;
        Next();
        return true;
    }

    public bool AcceptSymbol(string symbol)
    {
        if (!Current.IsSymbol(symbol))
            return false;
        Next();
        return true;
    }

    public void ExpectKeyword(string keyword)
    {
        if (!AcceptKeyword(keyword))
            throw Unexpected();
    }

    public void ExpectSymbol(string symbol)
    {
        if (!AcceptSymbol(symbol))
            throw Unexpected();
    }

    public Token Expect(TokenKind kind) => Current.Kind == kind ? Next() : throw Unexpected();

    /// <summary>A name that is not one of the words that Salesforce reserves.</summary>
    public Token ExpectName() =>
        Current.Kind == TokenKind.Identifier && !ReservedWords.Contains(Current.Text) ? Next() : throw Unexpected();

    /// <summary>Reads what stands in parentheses.</summary>
    public T Nested<T>(Func<T> content)
    {
        if (nesting == MaximumNesting)
            throw Unexpected();
        ExpectSymbol("(");
        nesting++;
        var result = content();
        nesting--;
        ExpectSymbol(")");
        return result;
    }

    public List<T> CommaSeparated<T>(Func<T> item)
    {
        var items = new List<T> { item() };
        while (AcceptSymbol(","))
            items.Add(item());
        return items;
    }

    public ApiException Unexpected() => Unexpected(Current);

    public ApiException Unexpected(Token token) => source.Malformed(token.Position, $"unexpected token: '{token.Text}'");
}
