namespace SalesforcePS.Core.Schema;

/// <summary>An sObject, as describe tells it. Names are found in any case, as Salesforce does.</summary>
public sealed class ObjectDescription
{
    private readonly Dictionary<string, FieldDescription> fields;
    private readonly Dictionary<string, FieldDescription> relationships;
    private readonly Dictionary<string, string> children;

    public ObjectDescription(ObjectSummary summary, IReadOnlyList<FieldDescription> fields, IReadOnlyList<ChildRelationship> childRelationships)
    {
        (Summary, Fields, ChildRelationships) = (summary, fields, childRelationships);
        this.fields = fields.ToDictionary(field => field.Name, StringComparer.OrdinalIgnoreCase);
        relationships = fields.Where(field => field.RelationshipName is not null)
            .DistinctBy(field => field.RelationshipName, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(field => field.RelationshipName!, StringComparer.OrdinalIgnoreCase);
        // Children without a name cannot be queried; a name is unique per object.
        children = childRelationships.Where(child => child.RelationshipName is not null)
            .DistinctBy(child => child.RelationshipName, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(child => child.RelationshipName!, child => child.ObjectType, StringComparer.OrdinalIgnoreCase);
    }

    public ObjectSummary Summary { get; }

    public string Name => Summary.Name;

    /// <summary>The first three characters of its records' Ids; null for objects that have none.</summary>
    public string? KeyPrefix => Summary.KeyPrefix;

    public IReadOnlyList<FieldDescription> Fields { get; }

    public IReadOnlyList<ChildRelationship> ChildRelationships { get; }

    public FieldDescription? FindField(string name) => fields.GetValueOrDefault(name);

    /// <summary>The reference field behind a parent's name: <c>Account</c> gives <c>AccountId</c>.</summary>
    public FieldDescription? FindRelationship(string name) => relationships.GetValueOrDefault(name);

    /// <summary>The object of the children under a relationship name: <c>Contacts</c> gives <c>Contact</c>.</summary>
    public string? FindChildObject(string relationshipName) => children.GetValueOrDefault(relationshipName);
}
