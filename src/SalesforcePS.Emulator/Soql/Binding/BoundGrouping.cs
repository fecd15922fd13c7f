using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Soql.Binding;

/// <summary>GROUPING(): 1 in the rows that are subtotals over the group, else 0.</summary>
internal sealed class BoundGrouping(BoundExpression group) : BoundExpression(FieldType.Int)
{
    public BoundExpression Group => group;
}
