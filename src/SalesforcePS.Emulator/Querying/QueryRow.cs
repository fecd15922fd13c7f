using SalesforcePS.Emulator.Identity;
using SalesforcePS.Emulator.Soql.Binding;

namespace SalesforcePS.Emulator.Querying;

/// <summary>
/// One row: its shape says what there is, in the order of the select list, its cells hold the values. A parent is a
/// row over the same cells with a shape of its own.
/// </summary>
internal readonly struct QueryRow(RowShape shape, Cell[] cells)
{
    private const string AggregateResult = "AggregateResult";

    public RowShape Shape => shape;

    public string? Id => shape.IsAggregate ? null : cells[shape.IdColumn].Text;

    /// <summary>The name of the sObject, or AggregateResult.</summary>
    public string TypeName
    {
        get
        {
            if (shape.Types.Count == 1)
                return shape.Types[0].Name;
            if (shape.IsAggregate)
                return AggregateResult;
            var prefix = SalesforceId.KeyPrefix(Id!);
            return shape.Types.First(type => type.KeyPrefix == prefix).Name;
        }
    }

    public Cell Cell(FieldItem item) => cells[item.Column];

    /// <summary>A base64 field gives only whether there is content: results show its URL.</summary>
    public object? Value(FieldItem item) => cells[item.Column].ToValue(item.Type);

    /// <summary>True when the compound field has no part with a value; results then show null.</summary>
    public bool IsEmpty(CompoundItem item)
    {
        foreach (var part in item.Parts)
        {
            if (!cells[part.Column].IsNull)
                return false;
        }
        return true;
    }

    /// <summary>Null when the record has no such parent, or the parent is deleted.</summary>
    public QueryRow? Parent(ParentItem item)
    {
        foreach (var parent in item.Shapes)
        {
            if (!cells[parent.IdColumn].IsNull)
                return new QueryRow(parent, cells);
        }
        return null;
    }

    /// <summary>Null when there are no such children.</summary>
    public QueryPage? Children(ChildItem item) => cells[item.Column].Page;
}
