namespace SalesforcePS.Emulator.Formulas;

/// <summary>A formula that has no value for a record, as after a division by zero; an org shows #Error! in its place.</summary>
internal sealed class FormulaValueException(string message) : Exception(message);
