namespace SalesforcePS.Emulator.Soql.Syntax;

internal sealed record DateLiteral(DateOnly Value, int Position) : Literal(Position);
