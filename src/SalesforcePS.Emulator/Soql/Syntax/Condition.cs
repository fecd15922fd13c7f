namespace SalesforcePS.Emulator.Soql.Syntax;

internal abstract record Condition(int Position);
