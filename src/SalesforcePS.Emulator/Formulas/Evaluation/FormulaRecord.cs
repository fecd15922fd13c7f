using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Formulas.Evaluation;

/// <summary>One record as formulas see it.</summary>
internal abstract class FormulaRecord
{
    /// <summary>As the database stores it: text, whole number, double, or null.</summary>
    public abstract object? Column(SObjectField field);
}
