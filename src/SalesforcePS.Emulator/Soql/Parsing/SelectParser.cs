using SalesforcePS.Emulator.Soql.Syntax;

namespace SalesforcePS.Emulator.Soql.Parsing;

internal sealed class SelectParser(TokenReader reader, ExpressionParser expressions, QueryParser queries)
{
    public IReadOnlyList<SelectItem> Parse(QueryRole role) => reader.CommaSeparated(() => Item(role));

    private SelectItem Item(QueryRole role)
    {
        var token = reader.Current;
        if (token.IsSymbol("(") && role is QueryRole.Root or QueryRole.Child)
            return Subquery();
        if (token.IsKeyword("TYPEOF") && reader.Following.Kind == TokenKind.Identifier && role is QueryRole.Root or QueryRole.Child)
            return Typeof();
        if (token.IsKeyword("FIELDS") && reader.Following.IsSymbol("("))
            return Fields();
        var expression = expressions.Operand();
        if (reader.Current.Kind != TokenKind.Identifier || reader.Current.IsKeyword("FROM")
            || (role == QueryRole.Returned && ReservedWords.BeginsClause(reader.Current.Text)))
            return new ExpressionItem(expression, null);
        if (expression is FunctionExpression { Function.Name: "COUNT", Arguments.Count: 0 })
            throw reader.Unexpected();
        return new ExpressionItem(expression, reader.ExpectName().Text);
    }

    private SubqueryItem Subquery()
    {
        var position = reader.Current.Position;
        return new SubqueryItem(reader.Nested(() => queries.Parse(QueryRole.Child)), position);
    }

    private FieldsItem Fields()
    {
        var position = reader.Next().Position;
        reader.ExpectSymbol("(");
        FieldsGroup group;
        if (reader.AcceptKeyword("ALL"))
            group = FieldsGroup.All;
        else if (reader.AcceptKeyword("STANDARD"))
            group = FieldsGroup.Standard;
        else if (reader.AcceptKeyword("CUSTOM"))
            group = FieldsGroup.Custom;
        else
            throw reader.Unexpected();
        reader.ExpectSymbol(")");
        return new FieldsItem(group, position);
    }

    private TypeofItem Typeof()
    {
        var position = reader.Next().Position;
        var relationship = expressions.Path();
        var branches = new List<TypeofBranch>();
        while (reader.AcceptKeyword("WHEN"))
        {
            var type = reader.ExpectName();
            reader.ExpectKeyword("THEN");
            branches.Add(new TypeofBranch(type.Text, reader.CommaSeparated(expressions.Path), type.Position));
        }
        if (branches.Count == 0)
            throw reader.Unexpected();
        var otherwise = reader.AcceptKeyword("ELSE") ? reader.CommaSeparated(expressions.Path) : [];
        reader.ExpectKeyword("END");
        return new TypeofItem(relationship, branches, otherwise, position);
    }
}
