namespace SalesforcePS.Emulator.Formulas.Syntax;

/// <summary>A field or global variable, as in <c>Account.Owner.Name</c> or <c>$User.Id</c>.</summary>
internal sealed record ReferenceNode(string Path, int Position) : FormulaNode(Position);
