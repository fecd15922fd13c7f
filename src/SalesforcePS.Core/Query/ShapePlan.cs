using System.Text;
using SalesforcePS.Core.Records;
using SalesforcePS.Core.Schema;

namespace SalesforcePS.Core.Query;

/// <summary>Collects the names and the key tree of a row's shape.</summary>
internal sealed class ShapePlan
{
    private readonly List<string> names = [];

    public ShapeNode Root { get; } = new();

    public void AddField(string[] path, FieldType type)
    {
        var node = Root;
        foreach (var parent in path.AsSpan(..^1))
            node = node.Parent(parent);
        if (node.Find(path[^1]) is null)
            Add(node, path[^1], string.Join('.', path), new ShapeEntry(path[^1], Encoding.UTF8.GetBytes(path[^1])) { Type = type });
    }

    public void AddChildren(string relationship, RowShape shape) =>
        Add(Root, relationship, relationship, new ShapeEntry(relationship, Encoding.UTF8.GetBytes(relationship)) { Children = shape });

    public RowShape Build(RecordClassCache classes, string objectType) => new(classes.Get(objectType, names), Root);

    private void Add(ShapeNode node, string key, string name, ShapeEntry entry)
    {
        if (names.Contains(name, StringComparer.OrdinalIgnoreCase))
            return;
        node.Add(entry with { Key = key, Slot = names.Count });
        names.Add(name);
    }
}
