using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Soql.Binding;

/// <summary>toLabel(): a picklist's value as its users see it.</summary>
internal sealed class BoundLabel(BoundField picklist) : BoundExpression(FieldType.String)
{
    public BoundField Field => picklist;

    /// <summary>Values whose label differs from them.</summary>
    public IEnumerable<PicklistValue> Labels => picklist.Definition.PicklistValues.Where(value => value.Label != value.Value);
}
