namespace SalesforcePS.Emulator.Schema;

internal sealed record ChildRelationship(
    string ChildSObject, string Field, string? RelationshipName, bool CascadeDelete, bool RestrictedDelete);
