using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Soql.Syntax;

namespace SalesforcePS.Emulator.Soql.Binding;

/// <summary>The rules of sub-selects in WHERE (SOQL reference, "Comparison Operators", semi-joins and anti-joins).</summary>
internal sealed class SemiJoinBinder(BindingContext context, BoundTable root)
{
    private const int MaximumCount = 2;

    private static readonly HashSet<string> NeverInner = ["Attachment", "Event", "Note", "Task"];

    private int count;

    public BoundSemiJoin Bind(SemiJoinCondition condition, BoundExpression left)
    {
        if (++count > MaximumCount)
        {
            throw context.Source.Fault(
                "EXCEEDED_MAX_SEMIJOIN_SUBSELECTS", condition.Position, $"Maximum {MaximumCount} semi join sub-selects are allowed.");
        }
        if (left is not BoundField outer || outer.Table != root)
        {
            throw context.Source.Malformed(
                condition.Position,
                "The left operand field in the where expression for outer query cannot have more than one level of relationships");
        }
        var query = condition.Query;
        var scope = new QueryScope(context, query, null);
        var inner = SelectedField(query, scope);
        if (NeverInner.Contains(scope.Root.EntityName))
            throw context.Source.Malformed(query.Position, $"Entity '{scope.Root.EntityName}' is not supported for semi join inner selects");
        if (scope.Root.Targets[0] == root.Targets[0])
            throw context.Source.Malformed(query.Position, "The inner and outer selects should not be on the same object type");
        if (!TargetsOf(outer).Intersect(TargetsOf(inner), StringComparer.OrdinalIgnoreCase).Any())
        {
            throw context.Source.Malformed(
                condition.Position,
                $"The selected field '{inner.Name}' in the subquery and the left operand field in the where expression in the outer query '{outer.Name}' should point to the same object type");
        }
        var where = query.Where is null ? null : new ConditionBinder(context, scope.Filter, semiJoins: null).Bind(query.Where);
        return new BoundSemiJoin(outer, inner, scope.Root, where);
    }

    private BoundField SelectedField(SoqlQuery query, QueryScope scope)
    {
        if (query.Select is not [ExpressionItem { Expression: FieldExpression expression }])
            throw context.Source.Malformed(query.Position, "the sub-select of a semi join selects one field");
        var field = scope.Fields.ResolveField(expression.Path);
        return field.Table == scope.Root
            ? field
            : throw context.Source.Malformed(
                expression.Position, $"The inner select field '{expression.Path}' cannot have more than one level of relationships");
    }

    private static IEnumerable<string> TargetsOf(BoundField field) => field.Type switch
    {
        FieldType.Id => [field.Table.Targets[0].Name],
        FieldType.Reference => field.Definition.ReferenceTo,
        _ => [],
    };
}
