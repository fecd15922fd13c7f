using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Soql.Syntax;

namespace SalesforcePS.Emulator.Soql.Binding;

/// <summary>TYPEOF: a row of its own for each type of parent (SOQL reference, "TYPEOF").</summary>
/// <param name="context">The statement and the org.</param>
/// <param name="scope">Of the query that selects it.</param>
/// <param name="newShape">Makes the row of a table.</param>
/// <param name="add">Puts a field into the row of its table.</param>
internal sealed class TypeofBinder(
    BindingContext context, QueryScope scope, Func<BoundTable, RowShape> newShape, Action<BoundExpression> add)
{
    public ParentItem Bind(TypeofItem item)
    {
        var path = item.Relationship;
        var child = scope.Fields.Table(path, path.Segments.Count - 1);
        var reference = child.Targets.Select(type => type.FindRelationship(path.Name)).FirstOrDefault(found => found is not null)
            ?? throw context.NoSuchRelationship(path.Name, path.Position);
        if (!reference.IsPolymorphic)
            throw context.Source.Malformed(path.Position, $"TYPEOF can not be used with '{path.Name}', which is no polymorphic relationship");
        var rest = reference.ReferenceTo.Select(context.Schema.Find).OfType<SObjectType>().ToList();
        var shapes = new List<RowShape>();
        foreach (var branch in item.Branches)
        {
            var type = context.Schema.Find(branch.Type) ?? throw context.NoSuchType(branch.Type, branch.Position);
            if (!rest.Remove(type))
                throw context.Source.Malformed(branch.Position, $"{type.Name} is not a type of '{path.Name}', or stands there twice");
            shapes.Add(Shape(new BoundTable(child, reference, [type]), branch.Fields));
        }
        if (item.Else.Count > 0 && rest.Count > 0)
            shapes.Add(Shape(new BoundTable(child, reference, rest, isName: true), item.Else));
        return new ParentItem(reference.RelationshipName!, shapes);
    }

    private RowShape Shape(BoundTable table, IReadOnlyList<FieldPath> fields)
    {
        var shape = newShape(table);
        var resolver = new FieldResolver(context, table);
        foreach (var path in fields)
            add(resolver.Resolve(path));
        return shape;
    }
}
