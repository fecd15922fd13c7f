namespace SalesforcePS.Emulator.Soql.Binding;

/// <summary>A parent's row; its values lie among the cells of the row itself.</summary>
internal sealed class ParentItem(string name, RowShape shape) : RowItem(name)
{
    public RowShape Shape => shape;
}
