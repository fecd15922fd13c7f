namespace SalesforcePS.Emulator.Soql.Syntax;

internal sealed record TypeofItem(
    FieldPath Relationship,
    IReadOnlyList<TypeofBranch> Branches,
    IReadOnlyList<FieldPath> Else,
    int Position) : SelectItem(Position);
