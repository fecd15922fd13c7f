using System.Globalization;
using SalesforcePS.Emulator.Searching.Syntax;
using SalesforcePS.Emulator.Soql.Parsing;
using SalesforcePS.Emulator.Soql.Syntax;

namespace SalesforcePS.Emulator.Searching.Parsing;

/// <summary>
/// The WITH clauses of SOSL. Divisions and spelling change nothing here; categories, communities and modes are refused,
/// since leaving them out would find too much.
/// </summary>
internal sealed class SearchOptionsParser(TokenReader reader)
{
    private const int DefaultSnippet = 300;
    private const int MaximumSnippet = 1_000;
    private const int MinimumSnippet = 50;

    private readonly LiteralParser literals = new(reader);

    public SearchOptions Parse()
    {
        var options = new SearchOptions();
        while (reader.AcceptKeyword("WITH"))
            options = Add(options);
        return options;
    }

    private SearchOptions Add(SearchOptions options)
    {
        if (reader.AcceptKeyword("HIGHLIGHT"))
            return options with { Highlight = true };
        if (reader.AcceptKeyword("SNIPPET"))
            return options with { SnippetLength = reader.Current.IsSymbol("(") ? reader.Nested(TargetLength) : DefaultSnippet };
        if (reader.AcceptKeyword("METADATA"))
        {
            var labels = Value<StringLiteral>();
            return labels.Value.Equals("LABELS", StringComparison.OrdinalIgnoreCase)
                ? options with { Labels = true }
                : throw Malformed($"'{labels.Value}'", labels.Position);
        }
        if (reader.AcceptKeyword("PRICEBOOKID"))
            return options with { PricebookId = Value<StringLiteral>().Value };
        if (reader.AcceptKeyword("DIVISION"))
            Value<StringLiteral>();
        else if (reader.AcceptKeyword("SPELL_CORRECTION"))
            Value<BooleanLiteral>();
        else
            throw Malformed(reader.Current.Text, reader.Current.Position);
        return options;
    }

    private T Value<T>()
        where T : Literal
    {
        reader.ExpectSymbol("=");
        var position = reader.Current.Position;
        return literals.Parse() as T ?? throw Malformed(reader.Source.Text[position..reader.Current.Position].TrimEnd(), position);
    }

    private int TargetLength()
    {
        reader.ExpectKeyword("target_length");
        reader.ExpectSymbol("=");
        var negative = reader.AcceptSymbol("-");
        var text = reader.Expect(TokenKind.Number).Text;
        return !negative && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var length) && length is >= MinimumSnippet and <= MaximumSnippet
            ? length
            : DefaultSnippet;
    }

    private ApiException Malformed(string token, int position) => reader.Source.Malformed(position, $"Malformed search token: {token}");
}
