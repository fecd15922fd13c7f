namespace SalesforcePS.Emulator.Soql.Syntax;

/// <summary>The number of a LIMIT or OFFSET.</summary>
internal sealed record CountClause(long Value, int Position);
