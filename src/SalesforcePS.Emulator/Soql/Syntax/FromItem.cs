namespace SalesforcePS.Emulator.Soql.Syntax;

internal sealed record FromItem(FieldPath Path, string? Alias);
