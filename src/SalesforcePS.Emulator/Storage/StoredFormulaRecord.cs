using SalesforcePS.Emulator.Formulas.Evaluation;
using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Storage;

/// <summary>A record in the database; each column is read once, when a formula first asks for it.</summary>
internal sealed class StoredFormulaRecord(RecordSight sight, SObjectType type, long key) : FormulaRecord
{
    private readonly Dictionary<SObjectField, object?> columns = [];

    public override object? Column(SObjectField field)
    {
        if (!columns.TryGetValue(field, out var column))
            columns.Add(field, column = sight.Column(type, field, key));
        return column;
    }
}
