namespace SalesforcePS.Emulator.Formulas.Syntax;

/// <param name="Position">Where it begins in the text, counted from 0.</param>
internal abstract record FormulaNode(int Position);
