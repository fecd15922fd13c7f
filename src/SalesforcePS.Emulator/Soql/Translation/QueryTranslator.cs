using System.Globalization;
using SalesforcePS.Emulator.Soql.Binding;
using SalesforcePS.Emulator.Storage;

namespace SalesforcePS.Emulator.Soql.Translation;

/// <summary>
/// The SQL of a query. Records are found in two steps: first the keys of all, in order, which fixes what the cursor
/// holds; then the columns of those on one page.
/// </summary>
internal sealed class QueryTranslator(BoundQuery query, bool includeDeleted)
{
    /// <summary>The keys of all records that the query finds.</summary>
    public SqlStatement Keys()
    {
        var (scope, tables) = Start();
        var where = new ConditionTranslator(scope, tables).Translate(query.Where);
        var order = OrderBy(tables, tables.Key);
        return new SqlStatement(
            $"SELECT {tables.Key} FROM {tables.Table}{tables.Joins}{tables.Where(where)}{order}{Range()}", scope.Parameters);
    }

    /// <summary>The index of the parent in the list, and the key of a child record, in the order of both.</summary>
    public SqlStatement ChildKeys()
    {
        var (scope, tables) = Start();
        var where = new ConditionTranslator(scope, tables).Translate(query.Where);
        var order = OrderBy(tables, tables.Key, "l.key");
        // CROSS JOIN keeps SQLite from turning the loops around: the parents lead, the children are found by index.
        return new SqlStatement(
            $"SELECT l.key, {tables.Key} FROM json_each({SqlStatement.List}) AS l CROSS JOIN {tables.Table} ON "
            + $"{tables.Alias}.{SqlName.Quote(query.ParentReference!.Column)} = l.value{tables.Joins}{tables.Where(where)}{order}",
            scope.Parameters);
    }

    /// <summary>The index of the key in the list, and the columns of the record, in any order.</summary>
    public SqlStatement Rows()
    {
        var (scope, tables) = Start();
        var columns = Columns(tables);
        return new SqlStatement(
            $"SELECT l.key, {columns} FROM json_each({SqlStatement.List}) AS l CROSS JOIN {tables.Table} ON "
            + $"{tables.Key} = l.value{tables.Joins}{tables.Where()}",
            scope.Parameters);
    }

    public SqlStatement Count()
    {
        var (scope, tables) = Start();
        var where = new ConditionTranslator(scope, tables).Translate(query.Where);
        return new SqlStatement(
            $"SELECT COUNT(*) FROM (SELECT 1 FROM {tables.Table}{tables.Joins}{tables.Where(where)}{Range()})", scope.Parameters);
    }

    /// <summary>The rows of a query with aggregates.</summary>
    public SqlStatement Groups()
    {
        var (scope, tables) = Start();
        var conditions = new ConditionTranslator(scope, tables);
        var expressions = new ExpressionTranslator(tables);
        var columns = Columns(tables);
        var where = conditions.Translate(query.Where);
        var groups = query.GroupBy.Count == 0 ? string.Empty : $" GROUP BY {string.Join(", ", query.GroupBy.Select(expressions.Translate))}";
        var having = query.Having is null ? string.Empty : $" HAVING {conditions.Translate(query.Having)}";
        var order = OrderBy(tables);
        return new SqlStatement(
            $"SELECT {columns} FROM {tables.Table}{tables.Joins}{tables.Where(where)}{groups}{having}{order}{Range()}", scope.Parameters);
    }

    private (SqlScope Scope, TableSource Tables) Start()
    {
        var scope = new SqlScope(includeDeleted);
        return (scope, new TableSource(scope, query.Root));
    }

    private string Columns(TableSource tables) => string.Join(", ", query.Columns.Select(new ExpressionTranslator(tables).Selected));

    private string OrderBy(TableSource tables, string? last = null, string? first = null)
    {
        var expressions = new ExpressionTranslator(tables);
        var terms = query.OrderBy.Select(order => expressions.Translate(order.Expression) + Direction(order));
        string?[] all = [first, .. terms, last];
        var given = all.OfType<string>().ToArray();
        return given.Length == 0 ? string.Empty : $" ORDER BY {string.Join(", ", given)}";
    }

    /// <summary>SQLite takes null for the least value; SOQL puts it first unless told otherwise.</summary>
    private static string Direction(BoundOrder order) => (order.Descending, order.NullsLast) switch
    {
        (false, false) => string.Empty,
        (false, true) => " NULLS LAST",
        (true, false) => " DESC NULLS FIRST",
        (true, true) => " DESC",
    };

    private string Range()
    {
        if (query.Limit is null && query.Offset == 0)
            return string.Empty;
        return string.Create(CultureInfo.InvariantCulture, $" LIMIT {query.Limit ?? -1} OFFSET {query.Offset}");
    }
}
