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
    private int unnamed;

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
            case ExpressionItem { Alias: not null, Expression: FieldExpression }:
                throw new ApiException("MALFORMED_QUERY", "only aggregate expressions use field aliasing");
            case ExpressionItem { Expression: FieldExpression field }:
                Add(scope.Fields.Resolve(field.Path));
                break;
            case ExpressionItem { Expression: FunctionExpression { Function.Kind: FunctionKind.Date } date }:
                throw context.Source.Malformed(date.Position, $"{date.Function.Name}() can be selected only in a query with GROUP BY");
            case ExpressionItem function:
                AddFunction(function);
                break;
            case FieldsItem fields:
                FieldsLimit.Check(fields, query);
                foreach (var field in Members(fields.Group))
                    Add(scope.Root.FindField(field.Name)!);
                break;
            case SubqueryItem subquery:
                Add(subquery);
                break;
            case TypeofItem typeOf:
                AddTypeof(typeOf, query);
                break;
        }
    }

    /// <summary>The value of a function of one field stands in the field's place, unless it has an alias.</summary>
    private void AddFunction(ExpressionItem item)
    {
        var bound = scope.Expressions.Bind(item.Expression);
        var field = bound switch
        {
            BoundField converted => converted,
            BoundLabel label => label.Field,
            BoundFormat { Value: BoundField formatted } => formatted,
            _ => null,
        };
        var name = item.Alias ?? field?.Name ?? $"expr{unnamed++}";
        Add(item.Alias is null && field is not null ? field.Table : scope.Root, new FieldItem(name, bound.Type, Column(bound)));
    }

    private void AddTypeof(TypeofItem item, SoqlQuery query)
    {
        if (query.Select.Any(other => other is ExpressionItem { Expression: FunctionExpression }))
            throw context.Source.Malformed(item.Position, "TYPEOF can not be used in a query with functions in the SELECT clause");
        var parent = new TypeofBinder(context, scope, NewShape, Add).Bind(item);
        var owner = ShapeOf(scope.Fields.Table(item.Relationship, item.Relationship.Segments.Count - 1));
        if (!selected.Add((owner, parent.Name)))
            throw new ApiException("INVALID_FIELD", $"duplicate field selected: {parent.Name}");
        owner.Add(parent);
    }

    private IEnumerable<SObjectField> Members(FieldsGroup group) => scope.Root.Targets[0].Fields
        .Where(field => group == FieldsGroup.All || field.Custom == (group == FieldsGroup.Custom));

    private void Add(BoundExpression expression)
    {
        Add(expression is BoundTypeName typeName ? typeName.Table : ((BoundField)expression).Table, FieldOf(expression));
    }

    private RowItem FieldOf(BoundExpression expression) => expression switch
    {
        BoundField { Definition.HasColumn: false } compound => Compound(compound),
        BoundField field => new FieldItem(field.Name, field.Type, Column(field)),
        _ => new FieldItem(BoundTypeName.Name, FieldType.String, Column(expression)),
    };

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
            shape = NewShape(table);
            var parent = new ParentItem(table.Reference!.RelationshipName!, shape);
            var child = ShapeOf(table.Child!);
            if (!selected.Add((child, parent.Name)))
                throw new ApiException("INVALID_FIELD", $"duplicate field selected: {parent.Name}");
            child.Add(parent);
        }
        return shape;
    }

    private RowShape NewShape(BoundTable table)
    {
        var shape = new RowShape(table.Targets, Column(table.Id));
        shapes.Add(table, shape);
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
