namespace SalesforcePS.Emulator.Formulas.Checking;

/// <summary>What a formula is for; some functions go with validation rules only.</summary>
internal enum FormulaUse
{
    Field,
    ValidationRule,
    DefaultValue,
}
