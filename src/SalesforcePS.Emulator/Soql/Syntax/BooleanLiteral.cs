namespace SalesforcePS.Emulator.Soql.Syntax;

internal sealed record BooleanLiteral(bool Value, int Position) : Literal(Position);
