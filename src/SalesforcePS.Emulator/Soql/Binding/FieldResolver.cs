using SalesforcePS.Emulator.Soql.Syntax;

namespace SalesforcePS.Emulator.Soql.Binding;

/// <summary>Finds what a dotted name means among the objects of one FROM clause and their aliases.</summary>
internal sealed class FieldResolver(BindingContext context, BoundTable root)
{
    private const int MaximumLevels = 5;

    private readonly Dictionary<string, BoundTable> aliases = new(StringComparer.OrdinalIgnoreCase)
    {
        [root.Targets[0].Name] = root,
    };

    public BoundTable Root => root;

    public void AddAlias(string alias, BoundTable table) => aliases[alias] = table;

    /// <summary>A field, or the type name that What.Type stands for.</summary>
    public BoundExpression Resolve(FieldPath path)
    {
        var table = Table(path, path.Segments.Count - 1);
        if (table.FindField(path.Name) is { } field)
            return field;
        return table.IsPolymorphic && path.Name.Equals(BoundTypeName.Name, StringComparison.OrdinalIgnoreCase)
            ? new BoundTypeName(table)
            : throw context.NoSuchColumn(path.Name, table.EntityName, path.Position);
    }

    public BoundField ResolveField(FieldPath path) =>
        Resolve(path) as BoundField ?? throw context.NoSuchColumn(path.Name, "Name", path.Position);

    /// <summary>The table that the first segments of the path lead to.</summary>
    public BoundTable Table(FieldPath path, int segments)
    {
        var table = root;
        for (var index = 0; index < segments; index++)
        {
            var segment = path.Segments[index];
            if (index == 0 && aliases.TryGetValue(segment, out var aliased))
                table = aliased;
            else
                table = table.FindParent(segment, context.Schema) ?? throw context.NoSuchRelationship(segment, path.Position);
            if (table.Level > MaximumLevels)
            {
                throw context.Source.Malformed(
                    path.Position, $"a field path may pass through no more than {MaximumLevels} child-to-parent relationships");
            }
        }
        return table;
    }
}
