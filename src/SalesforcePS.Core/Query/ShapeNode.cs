using System.Text;

namespace SalesforcePS.Core.Query;

/// <summary>The keys of one JSON object, in the order they are expected. Parents have nodes of their own and share the row's slots.</summary>
internal sealed class ShapeNode
{
    private readonly List<ShapeEntry> entries = [];

    public IReadOnlyList<ShapeEntry> Entries => entries;

    public void Add(ShapeEntry entry) => entries.Add(entry);

    public ShapeEntry? Find(string key) => entries.Find(entry => entry.Key.Equals(key, StringComparison.OrdinalIgnoreCase));

    /// <summary>Finds a key that is not written as it was selected (<c>select name</c>), and takes over how the rows write it.</summary>
    public ShapeEntry? Learn(string key)
    {
        var index = entries.FindIndex(entry => entry.Key.Equals(key, StringComparison.OrdinalIgnoreCase));
        return index < 0 ? null : entries[index] = entries[index] with { Utf8Key = Encoding.UTF8.GetBytes(key) };
    }

    /// <summary>The node of a parent, made where it is not there yet.</summary>
    public ShapeNode Parent(string key)
    {
        if (Find(key) is { Parent: { } known })
            return known;
        var parent = new ShapeNode();
        entries.Add(new ShapeEntry(key, Encoding.UTF8.GetBytes(key)) { Parent = parent });
        return parent;
    }
}
