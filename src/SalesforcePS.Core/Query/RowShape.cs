using SalesforcePS.Core.Records;

namespace SalesforcePS.Core.Query;

/// <summary>How a JSON row becomes a record: the class, and where each key of the row goes.</summary>
internal sealed class RowShape(RecordClass recordClass, ShapeNode root)
{
    public RecordClass Class { get; } = recordClass;

    public ShapeNode Root { get; } = root;

    public int Width => Class.Schema.Names.Count;
}
