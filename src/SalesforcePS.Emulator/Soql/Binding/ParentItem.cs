namespace SalesforcePS.Emulator.Soql.Binding;

/// <summary>A parent's row; its values lie among the cells of the row itself.</summary>
/// <param name="name">Of the relationship.</param>
/// <param name="shapes">Several where TYPEOF has a shape for each type of parent.</param>
internal sealed class ParentItem(string name, params IReadOnlyList<RowShape> shapes) : RowItem(name)
{
    public IReadOnlyList<RowShape> Shapes => shapes;
}
