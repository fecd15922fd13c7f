namespace SalesforcePS.Emulator.Soql.Binding;

/// <summary>The records of a child relationship, as a page of their own.</summary>
internal sealed class ChildItem(string name, int column, BoundQuery query) : RowItem(name)
{
    public int Column => column;

    public BoundQuery Query => query;
}
