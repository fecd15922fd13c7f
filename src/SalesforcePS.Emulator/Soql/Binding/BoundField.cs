using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Soql.Binding;

/// <param name="table">The records that have the field.</param>
/// <param name="name">The name under which results show it.</param>
/// <param name="definition">The field; of a polymorphic table, that of the first target that has it.</param>
/// <param name="perTarget">The field of each target of the table, null where a target has none.</param>
internal sealed class BoundField(BoundTable table, string name, SObjectField definition, IReadOnlyList<SObjectField?> perTarget)
    : BoundExpression(definition.Type)
{
    public BoundTable Table => table;

    public string Name => name;

    public SObjectField Definition => definition;

    public IReadOnlyList<SObjectField?> PerTarget => perTarget;
}
