using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Soql.Binding;

/// <summary>
/// The records that a field path passes through: those of the FROM clause, or the parents that a reference of another
/// table leads to. A polymorphic reference leads to several sObjects at once.
/// </summary>
/// <param name="child">The table whose reference leads here; null at the root.</param>
/// <param name="reference">That reference.</param>
/// <param name="targets">The sObjects of the records.</param>
/// <param name="isName">Whether only fields of the sObject Name can be read, as where there are several targets.</param>
internal sealed class BoundTable(BoundTable? child, SObjectField? reference, IReadOnlyList<SObjectType> targets, bool isName = false)
{
    /// <summary>What may be read through a polymorphic reference: the fields of the sObject Name (Object Reference, "Name").</summary>
    private static readonly HashSet<string> NameFields = new(StringComparer.OrdinalIgnoreCase)
    {
        "Alias", "Email", "FirstName", "Id", "IsActive", "LastName", "Name", "Phone", "ProfileId", "RecordTypeId", "Title", "Username",
    };

    private readonly Dictionary<string, BoundTable> parents = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, BoundField> fields = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The table whose reference leads here; null at the root.</summary>
    public BoundTable? Child => child;

    public SObjectField? Reference => reference;

    public IReadOnlyList<SObjectType> Targets => targets;

    public bool IsPolymorphic => isName || targets.Count > 1;

    public int Level => child is null ? 0 : child.Level + 1;

    /// <summary>The name under which Salesforce's messages speak of these records.</summary>
    public string EntityName => IsPolymorphic ? "Name" : targets[0].Name;

    public BoundField? FindField(string name)
    {
        if (!fields.TryGetValue(name, out var field))
        {
            if (MakeField(name) is not { } made)
                return null;
            fields.Add(name, field = made);
        }
        return field;
    }

    public BoundField Id => FindField(SystemFields.Id)!;

    /// <summary>The name of a field as seen from the root.</summary>
    public string PathOf(string fieldName) => child is null ? fieldName : child.PathOf($"{reference!.RelationshipName}.{fieldName}");

    public BoundTable? FindParent(string relationshipName, OrgSchema schema)
    {
        if (!parents.TryGetValue(relationshipName, out var parent))
        {
            var reference = targets.Select(type => type.FindRelationship(relationshipName)).FirstOrDefault(found => found is not null);
            SObjectType[] types = [.. (reference?.ReferenceTo ?? []).Select(schema.Find).OfType<SObjectType>()];
            if (types.Length == 0)
                return null;
            parents.Add(relationshipName, parent = new BoundTable(this, reference, types));
        }
        return parent;
    }

    private BoundField? MakeField(string name)
    {
        if (!IsPolymorphic)
            return targets[0].FindField(name) is { } field ? new BoundField(this, field.Name, field, [field]) : null;
        if (!NameFields.TryGetValue(name, out var canonicalName))
            return null;
        var perTarget = targets.Select(type => Matching(type, canonicalName)).ToArray();
        return Array.Find(perTarget, field => field is not null) is { } first
            ? new BoundField(this, canonicalName, first, perTarget)
            : null;
    }

    private static SObjectField? Matching(SObjectType type, string name) =>
        type.FindField(name) ?? (name == "Name" ? type.NameField : null);
}
