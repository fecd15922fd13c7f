using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Soql.Binding;

/// <summary>What.Type: the name of the sObject that a polymorphic reference leads to.</summary>
internal sealed class BoundTypeName(BoundTable table) : BoundExpression(FieldType.String)
{
    public const string Name = "Type";

    public BoundTable Table => table;
}
