using SalesforcePS.Core.Schema;

namespace SalesforcePS.Core.Query;

/// <summary>One key of a row: a value with its slot and type, a parent with its own keys, or children with their own shape.</summary>
internal sealed record ShapeEntry(string Key, byte[] Utf8Key)
{
    public int Slot { get; init; } = -1;

    public FieldType Type { get; init; }

    public ShapeNode? Parent { get; init; }

    public RowShape? Children { get; init; }
}
