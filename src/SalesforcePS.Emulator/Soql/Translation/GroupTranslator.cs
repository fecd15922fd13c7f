using SalesforcePS.Emulator.Soql.Binding;

namespace SalesforcePS.Emulator.Soql.Translation;

/// <summary>The SELECT of a query with aggregates, without its LIMIT.</summary>
internal sealed class GroupTranslator(BoundQuery query)
{
    public string Plain(SqlScope scope)
    {
        var tables = new TableSource(scope, query.Root);
        var expressions = new ExpressionTranslator(tables);
        var sorting = new OrderTranslator(tables, expressions);
        var columns = string.Join(", ", query.Columns.Select(expressions.Selected));
        var order = query.OrderBy.Count == 0 ? string.Empty : $" ORDER BY {string.Join(", ", query.OrderBy.Select(sorting.Translate))}";
        var groups = query.GroupBy.Count == 0 ? string.Empty : $" GROUP BY {string.Join(", ", query.GroupBy.Select(expressions.Translate))}";
        return $"SELECT {columns} {Body(tables, expressions, groups)}{order}";
    }

    /// <summary>
    /// SQLite has no ROLLUP: each level is a SELECT of its own. Without another order subtotals follow what they total.
    /// </summary>
    public string WithSubtotals(SqlScope scope)
    {
        var levels = query.Subtotals.Select(totalled => Level(scope, totalled));
        var order = query.OrderBy.Select((term, index) => $"o{index}{OrderTranslator.Direction(term)}")
            .Concat(query.GroupBy.Select((_, index) => $"t{index}, g{index}"));
        return $"SELECT {string.Join(", ", query.Columns.Select((_, index) => $"c{index}"))} "
            + $"FROM ({string.Join(" UNION ALL ", levels)}) ORDER BY {string.Join(", ", order)}";
    }

    private string Level(SqlScope scope, IReadOnlySet<BoundExpression> totalled)
    {
        var tables = new TableSource(scope, query.Root);
        var expressions = new ExpressionTranslator(tables, totalled);
        var sorting = new OrderTranslator(tables, expressions);
        var columns = query.Columns.Select((column, index) => $"{expressions.Selected(column)} AS c{index}")
            .Concat(query.OrderBy.Select((term, index) => $"{sorting.Sorted(term.Expression)} AS o{index}"))
            .Concat(query.GroupBy.Select((group, index) => $"{(totalled.Contains(group) ? 1 : 0)} AS t{index}, {sorting.Sorted(group)} AS g{index}"))
            .ToArray();
        // A level over all groups has one row too, none where there are no records.
        var groups = query.GroupBy.Where(group => !totalled.Contains(group)).Select(expressions.Translate).DefaultIfEmpty("NULL");
        return $"SELECT {string.Join(", ", columns)} {Body(tables, expressions, $" GROUP BY {string.Join(", ", groups)}")}";
    }

    private string Body(TableSource tables, ExpressionTranslator expressions, string groups)
    {
        var where = new ConditionTranslator(tables).Translate(query.Where);
        var having = query.Having is null ? string.Empty : $" HAVING {new ConditionTranslator(tables, expressions).Translate(query.Having)}";
        return $"FROM {tables.Table}{tables.Joins}{tables.Where(where)}{groups}{having}";
    }
}
