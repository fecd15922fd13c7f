using SalesforcePS.Emulator.Identity;
using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Formulas.Evaluation;

/// <summary>A field of the record, of one of its parents, or of a record of the org such as the user's.</summary>
internal sealed class FieldExpression(
    RecordSource source, IReadOnlyList<ParentHop> hops, SObjectField definition, FormulaType type, bool blankIsZero) : FormulaExpression(type)
{
    public bool IsOfRecordItself => hops.Count == 0;

    public override object? Evaluate(FormulaScope scope)
    {
        var record = source(scope);
        foreach (var hop in hops)
        {
            if (record?.Column(hop.Reference) is not string id || SalesforceId.KeyPrefix(id) != hop.Target.KeyPrefix)
            {
                record = null;
                break;
            }
            record = scope.Environment.Find(hop.Target, id);
        }
        return ValueOf(record, scope) ?? Type switch
        {
            FormulaType.Number when blankIsZero => 0m,
            FormulaType.Boolean => false,
            _ => null,
        };
    }

    // A formula that another one refers to is a part of it: its value is not rounded on the way.
    private object? ValueOf(FormulaRecord? record, FormulaScope scope) => (record, definition.Formula) switch
    {
        (null, _) => null,
        (_, { } formula) => formula.Evaluate(scope with { Record = record }),
        _ => FormulaValue.FromColumn(definition, record.Column(definition)),
    };
}
