namespace SalesforcePS.Emulator.Formulas.Evaluation;

/// <param name="Record">The record that the formula is about; null for default values.</param>
/// <param name="Prior">Of a write: the record before it; null where the record is new.</param>
/// <param name="Environment">The org around it.</param>
internal sealed record FormulaScope(FormulaRecord? Record, FormulaRecord? Prior, IFormulaEnvironment Environment)
{
    /// <summary>The same formula over the record before the write.</summary>
    public FormulaScope Before => this with { Record = Prior ?? Record };
}
