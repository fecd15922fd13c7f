using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Soql.Syntax;

namespace SalesforcePS.Emulator.Soql.Binding;

/// <summary>The FROM clause of one query: its driving object, and how names are found from there.</summary>
internal sealed class QueryScope
{
    private readonly BindingContext context;

    /// <param name="context">The statement and the org.</param>
    /// <param name="query">The query whose FROM clause is read.</param>
    /// <param name="parent">Of a child query: the scope whose child relationship the FROM clause names.</param>
    public QueryScope(BindingContext context, SoqlQuery query, QueryScope? parent)
    {
        this.context = context;
        var driving = query.From[0];
        Relationship = parent?.FindChildRelationship(driving.Path);
        var type = Relationship is null ? DrivingType(driving.Path) : context.Schema.Find(Relationship.ChildSObject)!;
        Root = new BoundTable(null, null, [type]);
        Fields = new FieldResolver(context, Root);
        Expressions = new ExpressionBinder(context, Fields);
        Fields.AddAlias(driving.Alias ?? driving.Path.Name, Root);
        foreach (var item in query.From.Skip(1))
            AddRelated(item);
    }

    public ChildRelationship? Relationship { get; }

    public BoundTable Root { get; }

    public FieldResolver Fields { get; }

    public ExpressionBinder Expressions { get; }

    /// <summary>An operand of WHERE.</summary>
    public BoundExpression Filter(Expression expression)
    {
        var bound = Expressions.Bind(expression);
        if (bound is BoundAggregate aggregate)
            throw context.Source.Malformed(expression.Position, $"aggregate function {aggregate.Function} is not allowed in WHERE");
        if (bound is BoundFormat or BoundField && expression is FunctionExpression function)
            throw context.Source.Malformed(expression.Position, $"{function.Function.Name}() is allowed in the SELECT clause only");
        if (bound is not BoundField field)
            return bound;
        if (!field.Definition.HasColumn)
        {
            throw context.Source.Fault(
                "INVALID_FIELD", expression.Position, $"{field.Type} fields can only be filtered using Distance expressions");
        }
        return field.Definition.Filterable
            ? field
            : throw context.Source.Fault("INVALID_FIELD", expression.Position, $"field '{field.Name}' can not be filtered in a query call");
    }

    private SObjectType DrivingType(FieldPath path) =>
        path.Segments.Count == 1 && context.Schema.Find(path.Name) is { Queryable: true } type
            ? type
            : throw context.NoSuchType(path.ToString(), path.Position);

    /// <summary>FROM Contacts, or FROM Account.Contacts with the parent's name or alias in front.</summary>
    private ChildRelationship FindChildRelationship(FieldPath path)
    {
        if (path.Segments.Count > 1 && Fields.Table(path, path.Segments.Count - 1) != Root)
            throw context.NoSuchChildRelationship(path.ToString(), path.Position);
        return Root.Targets[0].FindChildRelationship(path.Name) ?? throw context.NoSuchChildRelationship(path.Name, path.Position);
    }

    private void AddRelated(FromItem item)
    {
        if (item.Path.Segments.Count == 1)
        {
            throw context.Source.Malformed(
                item.Path.Position,
                "A driving SObject type has already been set, all other entity types in the FROM clause must be relationships to the initial object.  "
                + $"The driving object is {Root.Targets[0].Name}.");
        }
        Fields.AddAlias(item.Alias ?? item.Path.Name, Fields.Table(item.Path, item.Path.Segments.Count));
    }
}
