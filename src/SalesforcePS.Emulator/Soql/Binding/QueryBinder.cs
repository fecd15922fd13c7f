using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Soql.Syntax;

namespace SalesforcePS.Emulator.Soql.Binding;

internal sealed class QueryBinder(BindingContext context)
{
    private const int MaximumOffset = 2_000;

    /// <summary>Parent-to-child levels, of which the root is the first.</summary>
    private const int MaximumLevels = 5;

    public BoundQuery Bind(SoqlQuery query) => Bind(query, null, 1);

    private BoundQuery Bind(SoqlQuery query, QueryScope? parent, int level)
    {
        var scope = new QueryScope(context, query, parent);
        if (query.With is [var with, ..])
            throw Refused(with, scope.Root.EntityName);
        CheckRange(query, scope.Root.Targets[0]);
        if (scope.Relationship is null)
            RequiredFilter.Check(query.Where, scope.Root.Targets[0]);
        var where = Where(query, scope);
        if (query.Select is [ExpressionItem { Expression: FunctionExpression { Function.Name: "COUNT", Arguments.Count: 0 } count }])
            return Count(query, scope, where, count.Position, level);
        return query.GroupBy is not null || query.Select.Any(IsAggregate)
            ? Aggregate(query, scope, where, level)
            : Records(query, scope, where, level);
    }

    /// <summary>Modes are for Apex; the other forms are for articles, feeds and objects with visibility attributes, which the org does not have.</summary>
    private ApiException Refused(WithClause with, string entity) => context.Source.Malformed(with.Position, with.Name switch
    {
        "SECURITY_ENFORCED" or "USER_MODE" or "SYSTEM_MODE" => $"WITH {with.Name} is allowed in Apex only",
        "" => $"WITH and a filter is not supported for entity '{entity}'",
        var name => $"WITH {name} is not supported for entity '{entity}'",
    });

    private BoundQuery Count(SoqlQuery query, QueryScope scope, BoundCondition? where, int position, int level)
    {
        RefuseAggregateInChild(level);
        if (query.OrderBy.Count > 0 || query.GroupBy is not null)
            throw context.Source.Malformed(position, "COUNT() cannot be used with ORDER BY or GROUP BY");
        return new BoundQuery
        {
            Root = scope.Root,
            Shape = new RowShape([], -1),
            Columns = [],
            Where = where,
            Limit = query.Limit?.Value,
            Offset = query.Offset?.Value ?? 0,
            IsCount = true,
            IsAggregate = true,
        };
    }

    private BoundQuery Aggregate(SoqlQuery query, QueryScope scope, BoundCondition? where, int level)
    {
        RefuseAggregateInChild(level);
        if (query is { GroupBy: null, Limit: not null })
            throw new ApiException("MALFORMED_QUERY", "Non-grouped query that uses overall aggregate functions cannot also use LIMIT");
        if (query is { GroupBy: null, Having: not null })
            throw context.Source.Malformed(query.Having.Position, "HAVING needs GROUP BY");
        var groups = new GroupBinder(context, scope, query.GroupBy);
        groups.Bind(query.Select);
        return new BoundQuery
        {
            Root = scope.Root,
            Shape = groups.Shape,
            Columns = groups.Columns,
            Where = where,
            GroupBy = groups.Groups,
            Subtotals = groups.Subtotals,
            Having = query.Having is null ? null : new ConditionBinder(context, groups.Operand, semiJoins: null).Bind(query.Having),
            OrderBy = OrderBy(query, groups.Ordered),
            Limit = query.Limit?.Value,
            Offset = query.Offset?.Value ?? 0,
            IsAggregate = true,
        };
    }

    private BoundQuery Records(SoqlQuery query, QueryScope scope, BoundCondition? where, int level)
    {
        if (query.Having is not null)
            throw context.Source.Malformed(query.Having.Position, "HAVING needs GROUP BY");
        var select = new SelectBinder(context, scope, (child, of) => Child(child, of, level + 1));
        var children = select.Bind(query);
        return new BoundQuery
        {
            Root = scope.Root,
            Shape = select.Shape,
            Items = select.Items,
            Columns = select.Columns,
            Children = children,
            ParentReference = scope.Relationship is null ? null : scope.Root.Targets[0].FindField(scope.Relationship.Field),
            Where = where,
            OrderBy = OrderBy(query, scope.Expressions.Bind),
            Touched = [.. Touched(query).Distinct().Select(scope.Root.Targets[0].FindField).OfType<SObjectField>()],
            Limit = query.Limit?.Value,
            Offset = query.Offset?.Value ?? 0,
        };
    }

    private BoundQuery Child(SoqlQuery query, QueryScope parent, int level) => level > MaximumLevels
        ? throw context.Source.Malformed(
            query.Position, $"SOQL statements cannot query aggregate relationships more than {MaximumLevels - 1} levels away from the root entity object.")
        : Bind(query, parent, level);

    private BoundCondition? Where(SoqlQuery query, QueryScope scope)
    {
        var where = query.Where is null
            ? null
            : new ConditionBinder(context, scope.Filter, new SemiJoinBinder(context, scope.Root)).Bind(query.Where);
        return query.Scope is { } limit ? ScopeBinder.Limit(context, scope.Root, limit, where) : where;
    }

    private BoundOrder[] OrderBy(SoqlQuery query, Func<Expression, BoundExpression> operand) =>
    [
        .. query.OrderBy.Select(order => operand(order.Expression) switch
        {
            BoundField { Definition: var definition } field when !definition.Sortable || !definition.HasColumn => throw context.Source.Malformed(
                order.Expression.Position, $"field '{field.Name}' can not be sorted in a query call"),
            BoundFormat or BoundField when order.Expression is FunctionExpression function => throw context.Source.Malformed(
                function.Position, $"{function.Function.Name}() can not be used in ORDER BY"),
            BoundLabel => throw context.Source.Malformed(order.Expression.Position, "toLabel() can not be used in ORDER BY"),
            BoundAggregate aggregate when query.GroupBy is null => throw context.Source.Malformed(
                order.Expression.Position, $"aggregate function {aggregate.Function} needs GROUP BY in ORDER BY"),
            var expression => new BoundOrder(expression, order.Descending, order.NullsLast),
        }),
    ];

    /// <summary>A record that is viewed is referenced too (Object Reference, "LastViewedDate").</summary>
    private static IEnumerable<string> Touched(SoqlQuery query) => query.For.SelectMany(purpose =>
        purpose.Equals("VIEW", StringComparison.OrdinalIgnoreCase) ? (string[])["LastViewedDate", "LastReferencedDate"] : ["LastReferencedDate"]);

    private void CheckRange(SoqlQuery query, SObjectType type)
    {
        if (query.Limit is { Value: < 0 } limit)
            throw context.Source.Malformed(limit.Position, "LIMIT must not be negative");
        if (query.Offset is { Value: < 0 } offset)
            throw context.Source.Malformed(offset.Position, "OFFSET must not be negative");
        if (query.Offset is { Value: > MaximumOffset })
            throw new ApiException("NUMBER_OUTSIDE_VALID_RANGE", $"Maximum SOQL offset allowed for apiName {type.Name} is {MaximumOffset}");
    }

    private static void RefuseAggregateInChild(int level)
    {
        if (level > 1)
            throw new ApiException("MALFORMED_QUERY", "only root queries support aggregate expressions");
    }

    private static bool IsAggregate(SelectItem item) =>
        item is ExpressionItem { Expression: var expression } && ContainsAggregate(expression);

    private static bool ContainsAggregate(Expression expression) => expression is FunctionExpression function
        && (function.Function.Kind is FunctionKind.Aggregate or FunctionKind.Grouping || function.Arguments.Any(ContainsAggregate));
}
