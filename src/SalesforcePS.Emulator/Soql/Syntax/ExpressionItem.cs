namespace SalesforcePS.Emulator.Soql.Syntax;

internal sealed record ExpressionItem(Expression Expression, string? Alias) : SelectItem(Expression.Position);
