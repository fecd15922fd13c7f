using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Soql.Syntax;

namespace SalesforcePS.Emulator.Soql.Binding;

/// <summary>The select list of a query for records: which columns are read and how a row is put together from them.</summary>
internal sealed class SelectBinder
{
    private const int MaximumSubqueries = 20;

    private readonly BindingContext context;
    private readonly QueryScope scope;
    private readonly Func<SoqlQuery, QueryScope, BoundQuery> bindChild;
    private readonly List<BoundExpression> columns = [];
    private readonly Dictionary<BoundTable, RowShape> shapes = [];
    private readonly HashSet<(RowShape, string)> selected = [];
    private readonly List<(string Name, BoundQuery Query)> subqueries = [];
    private readonly List<SelectedItem> items = [];

    public SelectBinder(BindingContext context, QueryScope scope, Func<SoqlQuery, QueryScope, BoundQuery> bindChild)
    {
        this.context = context;
        this.scope = scope;
        this.bindChild = bindChild;
        Shape = new RowShape(scope.Root.Targets, Column(scope.Root.Id));
        shapes.Add(scope.Root, Shape);
    }

    public RowShape Shape { get; }

    public IReadOnlyList<BoundExpression> Columns => columns;

    /// <summary>Fields and parents' fields in the order of the statement.</summary>
    public IReadOnlyList<SelectedItem> Items => items;

    public IReadOnlyList<ChildItem> Bind(SoqlQuery query)
    {
        foreach (var item in query.Select)
            Add(item, query);
        var children = subqueries.Select((child, index) => new ChildItem(child.Name, columns.Count + index, child.Query)).ToArray();
        foreach (var child in children)
            Shape.Add(child);
        return children;
    }

    private void Add(SelectItem item, SoqlQuery query)
    {
        switch (item)
        {
            case ExpressionItem { Alias: not null }:
                throw new ApiException("MALFORMED_QUERY", "only aggregate expressions use field aliasing");
            case ExpressionItem { Expression: FieldExpression field }:
                Add(scope.Fields.Resolve(field.Path));
                break;
            case ExpressionItem { Expression: FunctionExpression { Function.Kind: FunctionKind.Date } date }:
                throw context.Source.Malformed(date.Position, $"{date.Function.Name}() can be selected only in a query with GROUP BY");
            case ExpressionItem { Expression: FunctionExpression function }:
                throw context.NotExecuted($"{function.Function.Name}()", function.Position);
            case FieldsItem fields:
                FieldsLimit.Check(fields, query);
                foreach (var field in Members(fields.Group))
                    Add(scope.Root.FindField(field.Name)!);
                break;
            case SubqueryItem subquery:
                Add(subquery);
                break;
            default:
                throw context.NotExecuted("TYPEOF", item.Position);
        }
    }

    private IEnumerable<SObjectField> Members(FieldsGroup group) => scope.Root.Targets[0].Fields
        .Where(field => group == FieldsGroup.All || field.Custom == (group == FieldsGroup.Custom));

    private void Add(BoundExpression expression)
    {
        if (expression is BoundTypeName typeName)
        {
            Add(typeName.Table, new FieldItem(BoundTypeName.Name, FieldType.String, Column(typeName)));
            return;
        }
        var field = (BoundField)expression;
        Add(field.Table, field.Definition.HasColumn ? new FieldItem(field.Name, field.Type, Column(field)) : Compound(field));
    }

    private CompoundItem Compound(BoundField field) => new(
        field.Name,
        field.Type,
        [.. CompoundParts.Of(field.Definition, field.Table.Targets[0])
            .Select(part => new FieldItem(part.Name, part.Field.Type, Column(field.Table.FindField(part.Field.Name)!)))]);

    private void Add(BoundTable table, RowItem item)
    {
        var shape = ShapeOf(table);
        if (!selected.Add((shape, item.Name)))
            throw new ApiException("INVALID_FIELD", $"duplicate field selected: {item.Name}");
        shape.Add(item);
        items.Add(new SelectedItem(table.PathOf(item.Name), item));
    }

    private void Add(SubqueryItem subquery)
    {
        var child = bindChild(subquery.Query, scope);
        var name = child.ParentReference!.ChildRelationshipName!;
        if (subqueries.Any(existing => existing.Name == name))
            throw context.Source.Malformed(subquery.Position, $"duplicate alias: {name}");
        subqueries.Add((name, child));
        if (subqueries.Count > MaximumSubqueries)
            throw context.Source.Malformed(subquery.Position, $"a query may have no more than {MaximumSubqueries} subqueries");
    }

    private RowShape ShapeOf(BoundTable table)
    {
        if (!shapes.TryGetValue(table, out var shape))
        {
            shape = new RowShape(table.Targets, Column(table.Id));
            shapes.Add(table, shape);
            ShapeOf(table.Child!).Add(new ParentItem(table.Reference!.RelationshipName!, shape));
        }
        return shape;
    }

    private int Column(BoundExpression expression)
    {
        var index = columns.IndexOf(expression);
        if (index >= 0)
            return index;
        columns.Add(expression);
        return columns.Count - 1;
    }
}
