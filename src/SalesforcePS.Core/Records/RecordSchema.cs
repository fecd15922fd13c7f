namespace SalesforcePS.Core.Records;

/// <summary>The shape of a record: its object's API name and its properties' names, in order; names are unique in any case.</summary>
public sealed class RecordSchema
{
    private readonly Dictionary<string, int> positions = new(StringComparer.OrdinalIgnoreCase);

    public RecordSchema(string objectType, IReadOnlyList<string> names)
    {
        (ObjectType, Names) = (objectType, names);
        for (var i = 0; i < names.Count; i++)
            positions.Add(names[i], i);
    }

    public string ObjectType { get; }

    public IReadOnlyList<string> Names { get; }

    /// <summary>The position of a name, or -1.</summary>
    public int IndexOf(string name) => positions.TryGetValue(name, out var index) ? index : -1;
}
