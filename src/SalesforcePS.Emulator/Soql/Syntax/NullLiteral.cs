namespace SalesforcePS.Emulator.Soql.Syntax;

internal sealed record NullLiteral(int Position) : Literal(Position);
