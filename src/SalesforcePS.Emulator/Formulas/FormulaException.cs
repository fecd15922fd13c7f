namespace SalesforcePS.Emulator.Formulas;

/// <summary>A formula that is wrong or uses what the emulator does not support.</summary>
internal sealed class FormulaException(string message) : Exception(message);
