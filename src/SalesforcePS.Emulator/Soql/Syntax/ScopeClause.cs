namespace SalesforcePS.Emulator.Soql.Syntax;

internal sealed record ScopeClause(string Name, int Position);
