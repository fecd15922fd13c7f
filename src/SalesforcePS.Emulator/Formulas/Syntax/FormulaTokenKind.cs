namespace SalesforcePS.Emulator.Formulas.Syntax;

internal enum FormulaTokenKind
{
    Name,
    Number,
    Text,
    Symbol,
    End,
}
