namespace SalesforcePS.Core.Schema;

/// <summary>A reference from another object to this one.</summary>
/// <param name="ObjectType">The object of the children.</param>
/// <param name="Field">Its reference field.</param>
/// <param name="RelationshipName">The name of the children in a subquery; null where they cannot be queried so.</param>
/// <param name="CascadeDelete">True where deleting the parent deletes the children.</param>
/// <param name="RestrictedDelete">True where children keep their parent from being deleted.</param>
public sealed record ChildRelationship(string ObjectType, string Field, string? RelationshipName, bool CascadeDelete, bool RestrictedDelete);
