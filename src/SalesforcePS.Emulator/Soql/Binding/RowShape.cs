using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Soql.Binding;

/// <summary>What one row holds, in the order of the select list, and in which cells its values are.</summary>
internal sealed class RowShape(IReadOnlyList<SObjectType> types, int idColumn)
{
    private readonly List<RowItem> items = [];

    /// <summary>The sObject; several where a polymorphic reference leads to the row; none for an AggregateResult.</summary>
    public IReadOnlyList<SObjectType> Types => types;

    /// <summary>The cell of the record id, selected or not; a parent without a value there does not exist.</summary>
    public int IdColumn => idColumn;

    public bool IsAggregate => types.Count == 0;

    public IReadOnlyList<RowItem> Items => items;

    public void Add(RowItem item) => items.Add(item);
}
