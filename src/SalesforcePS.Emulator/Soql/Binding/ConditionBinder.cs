using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Soql.Syntax;

namespace SalesforcePS.Emulator.Soql.Binding;

/// <param name="context">The statement and the org.</param>
/// <param name="operand">Binds the left side of a comparison: WHERE and HAVING allow different ones.</param>
/// <param name="semiJoins">Null where sub-selects are not allowed.</param>
internal sealed class ConditionBinder(BindingContext context, Func<Expression, BoundExpression> operand, SemiJoinBinder? semiJoins)
{
    private readonly LiteralBinder literals = new(context);

    public BoundCondition Bind(Condition condition) => Bind(condition, isTopLevel: true);

    private BoundCondition Bind(Condition condition, bool isTopLevel) => condition switch
    {
        LogicalCondition logical => new BoundLogical(
            logical.IsAnd, [.. logical.Operands.Select(part => Bind(part, isTopLevel && logical.IsAnd))]),
        NotCondition not => new BoundNot(Bind(not.Operand, isTopLevel: false)),
        ComparisonCondition comparison => Comparison(comparison),
        SetCondition { Operator: SetOperator.In } set => Membership(set),
        SetCondition { Operator: SetOperator.NotIn } set => new BoundNot(Membership(set)),
        SetCondition { Operator: SetOperator.Includes } set => Inclusion(set),
        SetCondition set => new BoundNot(Inclusion(set)),
        SemiJoinCondition semiJoin => SemiJoin(semiJoin, isTopLevel),
        _ => throw context.NotExecuted(condition.GetType().Name, condition.Position),
    };

    private BoundComparison Comparison(ComparisonCondition comparison)
    {
        var left = operand(comparison.Left);
        if (left is BoundDistance && comparison.Operator is not (ComparisonOperator.Less or ComparisonOperator.Greater))
            throw InvalidOperator(comparison, "DISTANCE can only be compared by < and >");
        CheckOperator(comparison, left.Type);
        if (comparison.Operator == ComparisonOperator.Like && comparison.Value is StringLiteral text)
            return new BoundComparison(left, ComparisonOperator.Like, new BoundScalar(text.Pattern));
        return new BoundComparison(left, comparison.Operator, Value(comparison.Left, left, comparison.Value));
    }

    private BoundMembership Membership(SetCondition set)
    {
        var left = operand(set.Left);
        return new BoundMembership(left, [.. set.Values.Select(value => Value(set.Left, left, value))]);
    }

    private BoundInclusion Inclusion(SetCondition set)
    {
        var left = operand(set.Left);
        if (left.Type != FieldType.MultiPicklist)
            throw InvalidOperator(set, "includes or excludes operator only valid on multipicklist field");
        return new BoundInclusion(left, [.. set.Values.Cast<StringLiteral>()
            .Select(value => value.Value.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))]);
    }

    private BoundCondition SemiJoin(SemiJoinCondition semiJoin, bool isTopLevel)
    {
        if (semiJoins is null)
            throw context.Source.Malformed(semiJoin.Query.Position, "Nesting of semi join sub-selects is not supported");
        if (!isTopLevel)
        {
            throw context.Source.Malformed(
                semiJoin.Position,
                "Semi join sub-selects are only allowed at the top level WHERE expressions and not in nested WHERE expressions.");
        }
        var bound = semiJoins.Bind(semiJoin, operand(semiJoin.Left));
        return semiJoin.Anti ? new BoundNot(bound) : bound;
    }

    private BoundValue Value(Expression expression, BoundExpression left, Literal literal)
    {
        var name = expression switch
        {
            FieldExpression field => field.Path.Name,
            FunctionExpression function => function.Function.Name,
            _ => string.Empty,
        };
        return literals.Bind(literal, left.Type, name, expression.Position);
    }

    private void CheckOperator(ComparisonCondition comparison, FieldType type)
    {
        var isEquality = comparison.Operator is ComparisonOperator.Equal or ComparisonOperator.NotEqual;
        var isLike = comparison.Operator == ComparisonOperator.Like;
        var isAllowed = type switch
        {
            FieldType.Boolean or FieldType.MultiPicklist => isEquality,
            FieldType.Id or FieldType.Reference or FieldType.Int or FieldType.Long or FieldType.Double or FieldType.Currency
                or FieldType.Percent or FieldType.Date or FieldType.DateTime or FieldType.Time => !isLike,
            _ => true,
        };
        if (!isAllowed)
        {
            var name = type == FieldType.Reference ? FieldType.Id : type;
            throw InvalidOperator(comparison, $"invalid operator on {name.ToString().ToLowerInvariant()} field");
        }
    }

    private ApiException InvalidOperator(Condition condition, string message) =>
        context.Source.Fault("INVALID_QUERY_FILTER_OPERATOR", condition.Position, message);
}
