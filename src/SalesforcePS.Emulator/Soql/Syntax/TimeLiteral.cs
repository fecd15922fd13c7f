namespace SalesforcePS.Emulator.Soql.Syntax;

internal sealed record TimeLiteral(TimeOnly Value, int Position) : Literal(Position);
