namespace SalesforcePS.Emulator.Soql.Syntax;

internal sealed record DateTimeLiteral(DateTimeOffset Value, int Position) : Literal(Position);
