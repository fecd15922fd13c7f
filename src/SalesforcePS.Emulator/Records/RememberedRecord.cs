using SalesforcePS.Emulator.Formulas.Evaluation;
using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Records;

/// <summary>A record as it was before a write.</summary>
internal sealed class RememberedRecord(IReadOnlyDictionary<SObjectField, object?> columns) : FormulaRecord
{
    public override object? Column(SObjectField field) => columns.GetValueOrDefault(field);
}
