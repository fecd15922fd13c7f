namespace SalesforcePS.Emulator.Formulas.Syntax;

/// <param name="Value">A decimal, string or bool, or null.</param>
/// <param name="Type">The type of the value.</param>
/// <param name="Position">Where it begins.</param>
internal sealed record LiteralNode(object? Value, FormulaType Type, int Position) : FormulaNode(Position);
