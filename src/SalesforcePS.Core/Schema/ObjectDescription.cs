namespace SalesforcePS.Core.Schema;

/// <summary>An sObject, as describe tells it. Names are found in any case, as Salesforce does.</summary>
public sealed class ObjectDescription
{
    private readonly Dictionary<string, FieldDescription> fields;
    private readonly Dictionary<string, FieldDescription> relationships;
    private readonly Dictionary<string, string> children;

    public ObjectDescription(
        string name, string label, string? keyPrefix, IReadOnlyList<FieldDescription> fields, IReadOnlyDictionary<string, string> childRelationships)
    {
        (Name, Label, KeyPrefix, Fields) = (name, label, keyPrefix, fields);
        this.fields = fields.ToDictionary(field => field.Name, StringComparer.OrdinalIgnoreCase);
        relationships = fields.Where(field => field.RelationshipName is not null)
            .DistinctBy(field => field.RelationshipName, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(field => field.RelationshipName!, StringComparer.OrdinalIgnoreCase);
        children = new Dictionary<string, string>(childRelationships, StringComparer.OrdinalIgnoreCase);
    }

    public string Name { get; }

    public string Label { get; }

    /// <summary>The first three characters of its records' Ids; null for objects that have none.</summary>
    public string? KeyPrefix { get; }

    public IReadOnlyList<FieldDescription> Fields { get; }

    public FieldDescription? FindField(string name) => fields.GetValueOrDefault(name);

    /// <summary>The reference field behind a parent's name: <c>Account</c> gives <c>AccountId</c>.</summary>
    public FieldDescription? FindRelationship(string name) => relationships.GetValueOrDefault(name);

    /// <summary>The object of the children under a relationship name: <c>Contacts</c> gives <c>Contact</c>.</summary>
    public string? FindChildObject(string relationshipName) => children.GetValueOrDefault(relationshipName);
}
