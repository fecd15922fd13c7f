namespace SalesforcePS.Emulator.Soql.Syntax;

internal sealed record FieldExpression(FieldPath Path) : Expression(Path.Position);
