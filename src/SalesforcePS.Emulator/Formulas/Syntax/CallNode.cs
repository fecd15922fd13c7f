namespace SalesforcePS.Emulator.Formulas.Syntax;

/// <summary>A function with its arguments; operators are functions named by their sign.</summary>
internal sealed record CallNode(string Function, IReadOnlyList<FormulaNode> Arguments, int Position) : FormulaNode(Position);
