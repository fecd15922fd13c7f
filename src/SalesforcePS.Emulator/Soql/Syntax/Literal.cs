namespace SalesforcePS.Emulator.Soql.Syntax;

internal abstract record Literal(int Position);
