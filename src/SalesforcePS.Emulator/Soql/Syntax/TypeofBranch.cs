namespace SalesforcePS.Emulator.Soql.Syntax;

internal sealed record TypeofBranch(string Type, IReadOnlyList<FieldPath> Fields, int Position);
