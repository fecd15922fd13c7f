using SalesforcePS.Emulator.Searching.Syntax;
using SalesforcePS.Emulator.Soql.Parsing;
using SalesforcePS.Emulator.Soql.Syntax;

namespace SalesforcePS.Emulator.Searching.Parsing;

/// <summary>The API's SOSL: FIND {text} IN group FIELDS RETURNING objects WITH ... LIMIT n (SOSL reference, "SOSL Syntax").</summary>
internal sealed class SoslParser
{
    /// <summary>Most records that a search gives, and as many as it gives without a LIMIT.</summary>
    private const int MaximumRecords = 2_000;

    private readonly SoqlText source;
    private readonly FindClause find;
    private readonly TokenReader reader;

    private SoslParser(SoqlText source)
    {
        this.source = source;
        find = FindClause.Read(source);
        reader = new TokenReader(source, find.End);
    }

    public static SearchStatement Parse(SoqlText source) => new SoslParser(source).Parse();

    private SearchStatement Parse()
    {
        var group = Group();
        var returning = reader.AcceptKeyword("RETURNING") ? reader.CommaSeparated(Returned) : [];
        var options = new SearchOptionsParser(reader).Parse();
        var isPhrase = IsPhraseSearch();
        var limit = Limit();
        if (reader.AcceptKeyword("UPDATE"))
            reader.CommaSeparated(() => reader.AcceptKeyword("TRACKING") || reader.AcceptKeyword("VIEWSTAT") ? true : throw Malformed());
        if (reader.Current.Kind != TokenKind.End)
            throw Malformed();
        Check(returning);
        var term = new SearchTermParser(source, find).Parse(isPhrase);
        return new SearchStatement(term, group, returning, options, limit);
    }

    private SearchGroup Group()
    {
        if (!reader.AcceptKeyword("IN"))
            return SearchGroup.All;
        if (!Enum.TryParse<SearchGroup>(reader.Current.Text, ignoreCase: true, out var group) || reader.Current.Kind != TokenKind.Identifier)
            throw Malformed();
        reader.Next();
        return reader.AcceptKeyword("FIELDS") ? group : throw Malformed();
    }

    private ReturnedObject Returned()
    {
        if (reader.Current.Kind != TokenKind.Identifier)
            throw Malformed();
        var name = reader.Next();
        var path = new FieldPath([name.Text], name.Position);
        if (reader.Current.IsSymbol("("))
        {
            var (query, listView) = reader.Nested(() => new QueryParser(reader).ParseReturned(path));
            return new ReturnedObject(query, listView);
        }
        var id = new ExpressionItem(new FieldExpression(new FieldPath(["Id"], name.Position)), null);
        return new ReturnedObject(new SoqlQuery(name.Position) { From = [new FromItem(path, null)], Select = [id] }, null);
    }

    /// <summary>USING PHRASE SEARCH takes the text as one phrase; USING ADVANCED SEARCH is what a search is anyway.</summary>
    private bool IsPhraseSearch()
    {
        if (!reader.AcceptKeyword("USING"))
            return false;
        var isPhrase = reader.AcceptKeyword("PHRASE");
        if (!isPhrase && !reader.AcceptKeyword("ADVANCED"))
            throw Malformed();
        return reader.AcceptKeyword("SEARCH") ? isPhrase : throw Malformed();
    }

    private long Limit()
    {
        if (!reader.AcceptKeyword("LIMIT"))
            return MaximumRecords;
        if (!long.TryParse(reader.Current.Text, out var limit) || limit > MaximumRecords)
            throw Malformed();
        reader.Expect(TokenKind.Number);
        return limit;
    }

    private void Check(List<ReturnedObject> returning)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var query in returning.Select(returned => returned.Query))
        {
            if (!names.Add(query.From[0].Path.Name))
                throw source.Malformed(query.Position, $"duplicate entity: {query.From[0].Path.Name}");
            if (query.Offset is not null && returning.Count > 1)
                throw source.Malformed(query.Offset.Position, "OFFSET can be used only where one object is searched");
            if (query.Offset is { Value: < 0 or > MaximumRecords })
                throw new ApiException("MALFORMED_SEARCH", $"SOSL offset should be between 0 to {MaximumRecords}");
        }
    }

    private ApiException Malformed() => source.Malformed(reader.Current.Position, $"Malformed search token: {reader.Current.Text}");
}
