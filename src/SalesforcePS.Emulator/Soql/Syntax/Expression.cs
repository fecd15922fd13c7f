namespace SalesforcePS.Emulator.Soql.Syntax;

internal abstract record Expression(int Position);
