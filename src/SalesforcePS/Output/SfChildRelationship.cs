using SalesforcePS.Core.Schema;

namespace SalesforcePS;

/// <summary>A reference from another object.</summary>
public sealed class SfChildRelationship
{
    private readonly ChildRelationship child;

    internal SfChildRelationship(ChildRelationship child) => this.child = child;

    /// <summary>The children's name in a subquery; $null where they cannot be queried so.</summary>
    public string? Name => child.RelationshipName;

    /// <summary>The object of the children.</summary>
    public string ObjectType => child.ObjectType;

    /// <summary>Its reference field.</summary>
    public string Field => child.Field;

    /// <summary>True where deleting the parent deletes the children.</summary>
    public bool CascadeDelete => child.CascadeDelete;

    /// <summary>True where children keep their parent from being deleted.</summary>
    public bool RestrictedDelete => child.RestrictedDelete;

    public override string ToString() => $"{Name ?? "-"} ({ObjectType}.{Field})";
}
