using SalesforcePS.Emulator.Soql.Syntax;

namespace SalesforcePS.Emulator.Soql.Parsing;

/// <summary>
/// Conditions as Salesforce has them: AND and OR do not mix without parentheses, and NOT stands alone or in parentheses
/// (SOQL reference, "Condition Expression Syntax").
/// </summary>
internal sealed class ConditionParser(TokenReader reader, ExpressionParser expressions, QueryParser queries)
{
    private static readonly Dictionary<string, ComparisonOperator> Operators = new()
    {
        ["="] = ComparisonOperator.Equal,
        ["!="] = ComparisonOperator.NotEqual,
        ["<>"] = ComparisonOperator.NotEqual,
        ["<"] = ComparisonOperator.Less,
        ["<="] = ComparisonOperator.LessOrEqual,
        [">"] = ComparisonOperator.Greater,
        [">="] = ComparisonOperator.GreaterOrEqual,
    };

    private readonly LiteralParser literals = new(reader);

    public Condition Parse()
    {
        var position = reader.Current.Position;
        if (reader.AcceptKeyword("NOT"))
        {
            var negated = new NotCondition(Simple(), position);
            return AtConnective ? throw reader.Unexpected() : negated;
        }
        var first = Simple();
        if (!AtConnective)
            return first;
        var connective = reader.Current.IsKeyword("AND") ? "AND" : "OR";
        var operands = new List<Condition> { first };
        while (reader.AcceptKeyword(connective))
            operands.Add(Simple());
        return AtConnective ? throw reader.Unexpected() : new LogicalCondition(connective == "AND", operands);
    }

    /// <summary>One comparison without connectives, as WITH takes it.</summary>
    public Condition Comparison()
    {
        var left = expressions.Sum();
        var token = reader.Next();
        if (token.Kind == TokenKind.Symbol && Operators.TryGetValue(token.Text, out var comparison))
            return new ComparisonCondition(left, comparison, literals.Parse());
        if (token.IsKeyword("LIKE"))
            return new ComparisonCondition(left, ComparisonOperator.Like, Text());
        if (token.IsKeyword("NOT") && reader.AcceptKeyword("IN"))
            return Membership(left, SetOperator.NotIn);
        if (token.IsKeyword("IN"))
            return Membership(left, SetOperator.In);
        if (token.IsKeyword("INCLUDES"))
            return new SetCondition(left, SetOperator.Includes, Values(Text));
        if (token.IsKeyword("EXCLUDES"))
            return new SetCondition(left, SetOperator.Excludes, Values(Text));
        throw reader.Unexpected(token);
    }

    private bool AtConnective => reader.Current.IsKeyword("AND") || reader.Current.IsKeyword("OR");

    private Condition Simple()
    {
        if (reader.Current.IsSymbol("("))
            return reader.Nested(Parse);
        return reader.Current.IsKeyword("NOT") ? throw reader.Unexpected() : Comparison();
    }

    private Condition Membership(Expression left, SetOperator membership)
    {
        if (reader.Current.IsSymbol("(") && reader.Following.IsSymbol(")"))
        {
            var whole = reader.Source.Text[left.Position..reader.Following.End];
            throw reader.Source.Malformed(reader.Following.Position, $"unexpected token: '{whole}'");
        }
        if (!reader.Current.IsSymbol("(") || !reader.Following.IsKeyword("SELECT"))
            return new SetCondition(left, membership, Values(literals.Parse));
        var inner = reader.Nested(() => queries.Parse(QueryRole.SemiJoin));
        return new SemiJoinCondition(left, membership == SetOperator.NotIn, inner);
    }

    private List<Literal> Values(Func<Literal> value)
    {
        if (reader.Current.IsSymbol(":"))
            throw literals.BindVariable();
        return reader.Nested(() => reader.CommaSeparated(value));
    }

    private Literal Text() =>
        reader.Current.Kind == TokenKind.String || reader.Current.IsSymbol(":") ? literals.Parse() : throw reader.Unexpected();
}
