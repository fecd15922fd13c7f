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
        var tables = Start();
        var where = new ConditionTranslator(tables).Translate(query.Where);
        var order = OrderBy(tables, tables.Key);
        return tables.Scope.Statement($"SELECT {tables.Key} FROM {tables.Table}{tables.Joins}{tables.Where(where)}{order}{Range()}");
    }

    /// <summary>Those of the listed records that the query finds, in its order or, where it has none, in that of the list.</summary>
    public SqlStatement KeysOfList()
    {
        var tables = Start();
        var where = new ConditionTranslator(tables).Translate(query.Where);
        var order = OrderBy(tables, "l.key");
        return tables.Scope.Statement(
            $"SELECT {tables.Key} FROM json_each({SqlStatement.List}) AS l CROSS JOIN {tables.Table} ON "
            + $"{tables.Key} = l.value{tables.Joins}{tables.Where(where)}{order}{Range()}");
    }

    /// <summary>The index of the parent in the list, and the key of a child record, in the order of both.</summary>
    public SqlStatement ChildKeys()
    {
        var tables = Start();
        var where = new ConditionTranslator(tables).Translate(query.Where);
        var order = OrderBy(tables, tables.Key, "l.key");
        // CROSS JOIN keeps SQLite from turning the loops around: the parents lead, the children are found by index.
        return tables.Scope.Statement(
            $"SELECT l.key, {tables.Key} FROM json_each({SqlStatement.List}) AS l CROSS JOIN {tables.Table} ON "
            + $"{tables.Alias}.{SqlName.Quote(query.ParentReference!.Column)} = l.value{tables.Joins}{tables.Where(where)}{order}");
    }

    /// <summary>The index of the key in the list, and the columns of the record, in any order.</summary>
    public SqlStatement Rows()
    {
        var tables = Start();
        var columns = string.Join(", ", query.Columns.Select(new ExpressionTranslator(tables).Selected));
        return tables.Scope.Statement(
            $"SELECT l.key, {columns} FROM json_each({SqlStatement.List}) AS l CROSS JOIN {tables.Table} ON "
            + $"{tables.Key} = l.value{tables.Joins}{tables.Where()}");
    }

    public SqlStatement Count()
    {
        var tables = Start();
        var where = new ConditionTranslator(tables).Translate(query.Where);
        return tables.Scope.Statement(
            $"SELECT COUNT(*) FROM (SELECT 1 FROM {tables.Table}{tables.Joins}{tables.Where(where)}{Range()})");
    }

    /// <summary>The rows of a query with aggregates.</summary>
    public SqlStatement Groups()
    {
        var groups = new GroupTranslator(query);
        var scope = new SqlScope(includeDeleted);
        return scope.Statement((query.Subtotals.Count == 0 ? groups.Plain(scope) : groups.WithSubtotals(scope)) + Range());
    }

    private TableSource Start() => new(new SqlScope(includeDeleted), query.Root);

    private string OrderBy(TableSource tables, string last, string? first = null)
    {
        var order = new OrderTranslator(tables, new ExpressionTranslator(tables));
        string?[] terms = [first, .. query.OrderBy.Select(order.Translate), last];
        return $" ORDER BY {string.Join(", ", terms.OfType<string>())}";
    }

    private string Range()
    {
        if (query.Limit is null && query.Offset == 0)
            return string.Empty;
        return string.Create(CultureInfo.InvariantCulture, $" LIMIT {query.Limit ?? -1} OFFSET {query.Offset}");
    }
}
