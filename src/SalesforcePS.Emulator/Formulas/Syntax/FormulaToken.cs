namespace SalesforcePS.Emulator.Formulas.Syntax;

internal readonly record struct FormulaToken(FormulaTokenKind Kind, string Text, int Position);
