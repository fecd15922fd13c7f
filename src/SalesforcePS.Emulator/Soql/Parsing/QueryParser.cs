using System.Globalization;
using SalesforcePS.Emulator.Soql.Syntax;

namespace SalesforcePS.Emulator.Soql.Parsing;

internal sealed class QueryParser
{
    private readonly TokenReader reader;
    private readonly ExpressionParser expressions;
    private readonly SelectParser select;
    private readonly ConditionParser conditions;

    public QueryParser(TokenReader reader)
    {
        this.reader = reader;
        expressions = new ExpressionParser(reader);
        select = new SelectParser(reader, expressions, this);
        conditions = new ConditionParser(reader, expressions, this);
    }

    public SoqlQuery Parse(QueryRole role)
    {
        var position = reader.Current.Position;
        reader.ExpectKeyword("SELECT");
        var query = new SoqlQuery(position)
        {
            Select = select.Parse(role),
            From = From(),
            Scope = Scope(),
            Where = reader.AcceptKeyword("WHERE") ? conditions.Parse() : null,
            With = new WithParser(reader, conditions).Parse(),
        };
        if (role == QueryRole.SemiJoin)
            return query;
        query = query with
        {
            GroupBy = GroupBy(),
            Having = reader.AcceptKeyword("HAVING") ? conditions.Parse() : null,
            OrderBy = OrderBy(),
            Limit = Count("LIMIT"),
            Offset = Count("OFFSET"),
            For = For(),
            Update = Update(),
        };
        if (reader.Current.IsKeyword("ALL") && reader.Following.IsKeyword("ROWS"))
            throw reader.Source.Malformed(reader.Current.Position, "ALL ROWS not allowed in this context");
        return query;
    }

    /// <summary>What stands in the parentheses behind an object in SOSL's RETURNING: fields, and clauses as a query has them.</summary>
    public (SoqlQuery Query, string? ListView) ParseReturned(FieldPath sObject)
    {
        var query = new SoqlQuery(sObject.Position)
        {
            From = [new FromItem(sObject, null)],
            Select = select.Parse(QueryRole.Returned),
            Where = reader.AcceptKeyword("WHERE") ? conditions.Parse() : null,
        };
        var listView = ListView();
        return (query with { OrderBy = OrderBy(), Limit = Count("LIMIT"), Offset = Count("OFFSET") }, listView);
    }

    private string? ListView()
    {
        if (!reader.AcceptKeyword("USING"))
            return null;
        reader.ExpectKeyword("LISTVIEW");
        reader.ExpectSymbol("=");
        return reader.ExpectName().Text;
    }

    private List<FromItem> From()
    {
        reader.ExpectKeyword("FROM");
        return reader.CommaSeparated(() =>
        {
            var path = expressions.Path();
            var aliased = reader.AcceptKeyword("AS")
                || (reader.Current.Kind == TokenKind.Identifier && !ReservedWords.BeginsClause(reader.Current.Text));
            return new FromItem(path, aliased ? reader.ExpectName().Text : null);
        });
    }

    private ScopeClause? Scope()
    {
        var position = reader.Current.Position;
        if (!reader.AcceptKeyword("USING"))
            return null;
        if (reader.AcceptKeyword("LOOKUP"))
            return Lookup(position);
        reader.ExpectKeyword("SCOPE");
        var name = reader.ExpectName();
        return new ScopeClause(name.Text, name.Position);
    }

    /// <summary>USING LOOKUP field BIND field = value: the candidates of a lookup with a filter.</summary>
    private ScopeClause Lookup(int position)
    {
        expressions.Path();
        if (reader.AcceptKeyword("BIND"))
            reader.CommaSeparated(conditions.Comparison);
        return new ScopeClause("LOOKUP", position);
    }

    private GroupClause? GroupBy()
    {
        var position = reader.Current.Position;
        if (!reader.AcceptKeyword("GROUP"))
            return null;
        reader.ExpectKeyword("BY");
        var kind = GroupKind.Plain;
        if (reader.Following.IsSymbol("("))
        {
            if (reader.AcceptKeyword("ROLLUP"))
                kind = GroupKind.Rollup;
            else if (reader.AcceptKeyword("CUBE"))
                kind = GroupKind.Cube;
        }
        if (kind != GroupKind.Plain)
            reader.ExpectSymbol("(");
        var grouped = reader.CommaSeparated(expressions.Operand);
        if (kind != GroupKind.Plain)
            reader.ExpectSymbol(")");
        return new GroupClause(kind, grouped, position);
    }

    private List<OrderItem> OrderBy()
    {
        if (!reader.AcceptKeyword("ORDER"))
            return [];
        reader.ExpectKeyword("BY");
        return reader.CommaSeparated(() =>
        {
            var expression = expressions.Operand();
            var descending = !reader.AcceptKeyword("ASC") && reader.AcceptKeyword("DESC");
            return new OrderItem(expression, descending, NullsLast());
        });
    }

    private bool NullsLast()
    {
        if (!reader.AcceptKeyword("NULLS") || reader.AcceptKeyword("FIRST"))
            return false;
        reader.ExpectKeyword("LAST");
        return true;
    }

    private CountClause? Count(string keyword)
    {
        var position = reader.Current.Position;
        if (!reader.AcceptKeyword(keyword))
            return null;
        var negative = reader.AcceptSymbol("-");
        if (!long.TryParse(reader.Current.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
            throw reader.Unexpected();
        reader.Expect(TokenKind.Number);
        return new CountClause(negative ? -value : value, position);
    }

    private List<string> For()
    {
        var purposes = new List<string>();
        while (reader.AcceptKeyword("FOR"))
            purposes.AddRange(reader.CommaSeparated(() => Purpose("VIEW", "REFERENCE")));
        return purposes;
    }

    private List<string> Update() =>
        reader.AcceptKeyword("UPDATE") ? reader.CommaSeparated(() => Purpose("TRACKING", "VIEWSTAT")) : [];

    private string Purpose(string one, string other) =>
        reader.Current.IsKeyword(one) || reader.Current.IsKeyword(other) ? reader.Next().Text : throw reader.Unexpected();
}
