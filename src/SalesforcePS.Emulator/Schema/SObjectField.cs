using System.Runtime.CompilerServices;
using SalesforcePS.Emulator.Formulas;

namespace SalesforcePS.Emulator.Schema;

/// <summary>One field of an sObject, with the facts that describe tells of it. Two are equal only where they are the same.</summary>
internal sealed record SObjectField
{
    private bool createable;
    private bool updateable;
    private bool? permissionable;

    public required string Name { get; init; }

    public required string Label { get; init; }

    public required FieldType Type { get; init; }

    /// <summary>Greatest number of characters; 0 where the type has no length.</summary>
    public int Length { get; init; }

    /// <summary>Number of digits of a decimal number in all, and of those behind the point.</summary>
    public int Precision { get; init; }

    public int Scale { get; init; }

    /// <summary>Number of digits of a whole number.</summary>
    public int Digits { get; init; }

    public bool Nillable { get; init; }

    public bool Createable { get => createable; init => createable = value; }

    public bool Updateable { get => updateable; init => updateable = value; }

    /// <summary>Profiles can deny it.</summary>
    public bool Permissionable => permissionable ?? ((IsComputed && Calculated) || (Nillable && (Createable || Updateable)));

    public bool Filterable { get; init; }

    public bool Groupable { get; init; }

    public bool Sortable { get; init; }

    public bool DefaultedOnCreate { get; init; }

    /// <summary>Typed as stored values are.</summary>
    public object? DefaultValue { get; init; }

    public bool Unique { get; init; }

    public bool CaseSensitive { get; init; }

    public bool ExternalId { get; init; }

    public bool IdLookup { get; init; }

    public bool NameField { get; init; }

    public bool AutoNumber { get; init; }

    /// <summary>Display format such as <c>A-{0000}</c>; the number is the sequence number of the record.</summary>
    public string? AutoNumberFormat { get; init; }

    public bool Calculated { get; init; }

    /// <summary>Of a formula field: what makes its value whenever it is read.</summary>
    public Formula? Formula { get; init; }

    /// <summary>Of a roll-up summary field: what it counts or sums up whenever it is read.</summary>
    public RollUp? RollUp { get; init; }

    /// <summary>Makes the value of a record that is created without the field.</summary>
    public Formula? DefaultFormula { get; init; }

    /// <summary>SQL over columns of the same row that makes the value; the database keeps it as a generated column.</summary>
    public string? Expression { get; init; }

    /// <summary>Parents' fields, as in <c>PricebookEntry.Product2Id</c>, whose value a record takes over when it is written.</summary>
    public IReadOnlyList<string> CopiedFrom { get; init; } = [];

    public bool Custom { get; init; }

    public bool RestrictedPicklist { get; init; }

    public IReadOnlyList<PicklistValue> PicklistValues { get; init; } = [];

    /// <summary>The field whose values say which values of this picklist go with them.</summary>
    public string? ControllingField { get; init; }

    /// <summary>The objects that a reference may name; more than one makes it polymorphic.</summary>
    public IReadOnlyList<string> ReferenceTo { get; internal set; } = [];

    /// <summary>The reference may name every custom object too, as those of files do.</summary>
    public bool TakesCustomObjects { get; init; }

    public string? RelationshipName { get; init; }

    public string? ChildRelationshipName { get; init; }

    public DeleteRule DeleteRule { get; init; }

    /// <summary>0 for the first master of a detail and 1 for the second; null where the field is no master-detail relationship.</summary>
    public int? RelationshipOrder { get; init; }

    /// <summary>Of a detail: who may read the master may write the detail too.</summary>
    public bool ReadOfMasterSuffices { get; init; }

    /// <summary>The reference makes a hierarchy of the object's records: an org keeps them from standing above themselves.</summary>
    public bool IsHierarchy { get; init; }

    public string? InlineHelpText { get; init; }

    /// <summary>Rich text.</summary>
    public bool HtmlFormatted { get; init; }

    /// <summary>Of an encrypted text: which characters it shows, such as <c>lastFour</c>, and what stands for the others.</summary>
    public string? MaskType { get; init; }

    public string? Mask { get; init; }

    /// <summary>How high pages show it, in lines; null where its type decides.</summary>
    public int? VisibleLines { get; init; }

    public bool DisplayLocationInDecimal { get; init; }

    /// <summary>The compound field that this one is a part of, such as <c>MailingAddress</c> or <c>Name</c>.</summary>
    public string? CompoundFieldName { get; init; }

    /// <summary>False for compound addresses and locations: they are put together from their parts.</summary>
    public bool HasColumn => Type is not (FieldType.Address or FieldType.Location);

    public string Column => Name;

    /// <summary>Place among the fields of its sObject.</summary>
    public int Ordinal { get; internal set; }

    public bool IsComputed => Formula is not null || RollUp is not null;

    public bool IsPolymorphic => ReferenceTo.Count > 1;

    public bool IsText => Type is FieldType.String or FieldType.TextArea or FieldType.Email or FieldType.Phone or FieldType.Url
        or FieldType.Picklist or FieldType.MultiPicklist or FieldType.Combobox or FieldType.EncryptedString or FieldType.AnyType;

    /// <summary>The same field for users who may not write it, or not always.</summary>
    public SObjectField Restricted(bool isCreateable, bool isUpdateable) => this with
    {
        permissionable = Permissionable,
        createable = createable && isCreateable,
        updateable = updateable && isUpdateable,
    };

    public bool Equals(SObjectField? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    public override string ToString() => Name;
}
