using System.Collections.Frozen;
using SalesforcePS.Emulator.Schema.Layouts;
using SalesforcePS.Emulator.Schema.ListViews;

namespace SalesforcePS.Emulator.Schema;

/// <summary>One sObject: its fields in describe's order, its relationships, and what may be done with its records.</summary>
internal sealed class SObjectType
{
    private readonly FrozenDictionary<string, SObjectField> fieldsByName;
    private readonly FrozenDictionary<string, SObjectField> fieldsByRelationship;
    private bool createable;
    private bool updateable;
    private bool deletable;
    private bool undeletable;

    public SObjectType(IReadOnlyList<SObjectField> fields)
    {
        Fields = fields;
        for (var i = 0; i < fields.Count; i++)
            fields[i].Ordinal = i;
        fieldsByName = fields.ToFrozenDictionary(field => field.Name, StringComparer.OrdinalIgnoreCase);
        fieldsByRelationship = fields.Where(field => field.RelationshipName is not null)
            .ToFrozenDictionary(field => field.RelationshipName!, StringComparer.OrdinalIgnoreCase);
        NameField = fields.FirstOrDefault(field => field.NameField);
    }

    public required string Name { get; init; }

    public required string Label { get; init; }

    public required string LabelPlural { get; init; }

    public required string KeyPrefix { get; init; }

    public bool Custom { get; init; }

    public bool Createable { get => createable; init => createable = value; }

    public bool Updateable { get => updateable; init => updateable = value; }

    public bool Deletable { get => deletable; init => deletable = value; }

    public bool Undeletable { get => undeletable; init => undeletable = value; }

    public bool Queryable { get; init; } = true;

    public bool Retrieveable { get; init; } = true;

    public bool Searchable { get; init; }

    public bool Mergeable { get; init; }

    public bool Replicateable { get; init; }

    public bool Layoutable { get; init; }

    public bool CustomSetting { get; init; }

    /// <summary>SQL, where its records are those of other objects, seen together; nothing is ever written to it then.</summary>
    public string? View { get; init; }

    public IReadOnlyList<SObjectField> Fields { get; }

    public SObjectField? NameField { get; }

    /// <summary>What is asked of its records beyond their fields.</summary>
    public SObjectRules Rules { get; init; } = SObjectRules.None;

    public IReadOnlyList<DuplicateRule> DuplicateRules => Rules.DuplicateRules;

    public AssignmentRule? AssignmentRule => Rules.AssignmentRule;

    public IReadOnlyList<ValidationRule> ValidationRules => Rules.ValidationRules;

    public IReadOnlyList<RecordTypeDefinition> RecordTypes => Rules.RecordTypes;

    public IReadOnlyList<Derivation> Derivations { get; init; } = [];

    /// <summary>Filled by <see cref="OrgSchema"/>, which alone sees the objects that refer to this one.</summary>
    public IReadOnlyList<ChildRelationship> ChildRelationships { get; internal set; } = [];

    /// <summary>Those of the schema, and those that <see cref="OrgSchema"/> gives to every org.</summary>
    public IReadOnlyList<ListViewDefinition> ListViews { get; internal set; } = [];

    /// <summary>Those of the schema.</summary>
    public ObjectLayouts Layouts { get; internal set; } = ObjectLayouts.None;

    public SObjectField? FindField(string name) => fieldsByName.GetValueOrDefault(name);

    /// <param name="id">In the form of 18 characters.</param>
    public RecordTypeDefinition? FindRecordType(string id) =>
        id == RecordTypeDefinition.Master.Id ? RecordTypeDefinition.Master : RecordTypes.FirstOrDefault(recordType => recordType.Id == id);

    public SObjectField? FindRelationship(string relationshipName) => fieldsByRelationship.GetValueOrDefault(relationshipName);

    /// <summary>A field that upsert and foreign keys may name: Id, an external id, or one with the idLookup property.</summary>
    public SObjectField? FindExternalIdField(string name) =>
        FindField(name) is { } field && (field.ExternalId || field.IdLookup) ? field : null;

    /// <summary>The fields that make up a compound field.</summary>
    public IEnumerable<SObjectField> PartsOf(SObjectField compound) =>
        Fields.Where(field => field.CompoundFieldName == compound.Name);

    public ChildRelationship? FindChildRelationship(string name) =>
        ChildRelationships.FirstOrDefault(child => string.Equals(child.RelationshipName, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The same object with other fields and rules.</summary>
    public SObjectType With(IReadOnlyList<SObjectField> fields, SObjectRules rules, IReadOnlyList<Derivation>? derivations = null) => new(fields)
    {
        Name = Name,
        Label = Label,
        LabelPlural = LabelPlural,
        KeyPrefix = KeyPrefix,
        Custom = Custom,
        Createable = Createable,
        Updateable = Updateable,
        Deletable = Deletable,
        Undeletable = Undeletable,
        Queryable = Queryable,
        Retrieveable = Retrieveable,
        Searchable = Searchable,
        Mergeable = Mergeable,
        Replicateable = Replicateable,
        Layoutable = Layoutable,
        CustomSetting = CustomSetting,
        View = View,
        Derivations = derivations ?? [.. Derivations.Select(derivation => derivation.Over(fields))],
        Rules = rules,
        ListViews = ListViews,
        Layouts = Layouts,
    };

    /// <summary>The same object with fewer fields, for users who may not do all with its records.</summary>
    public SObjectType Restricted(IReadOnlyList<SObjectField> fields, bool isCreateable, bool isUpdateable, bool isDeletable)
    {
        var restricted = With(fields, Rules, Derivations);
        restricted.createable &= isCreateable;
        restricted.updateable &= isUpdateable;
        restricted.deletable &= isDeletable;
        restricted.undeletable &= isDeletable;
        return restricted;
    }

    public override string ToString() => Name;
}
