using SalesforcePS.Emulator.Soql.Syntax;

namespace SalesforcePS.Emulator.Soql.Parsing;

/// <summary>
/// Recursive descent over the API's grammar: what only Apex allows (binds, FOR UPDATE, ALL ROWS, comments) is refused.
/// </summary>
internal static class SoqlParser
{
    private const int MaximumLength = 100_000;

    public static SoqlQuery Parse(SoqlText source)
    {
        if (string.IsNullOrWhiteSpace(source.Text))
            throw new ApiException("MALFORMED_QUERY", "SOQL statements cannot be empty or null");
        if (source.Text.Length > MaximumLength)
            throw new ApiException("MALFORMED_QUERY", $"SOQL statements cannot be longer than {MaximumLength} characters.");
        var reader = new TokenReader(source);
        var query = new QueryParser(reader).Parse(QueryRole.Root);
        return reader.Current.Kind == TokenKind.End ? query : throw reader.Unexpected();
    }
}
