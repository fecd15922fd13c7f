namespace SalesforcePS.Emulator.Soql.Syntax;

/// <summary>FIELDS(ALL), FIELDS(STANDARD) or FIELDS(CUSTOM).</summary>
internal sealed record FieldsItem(FieldsGroup Group, int Position) : SelectItem(Position);
