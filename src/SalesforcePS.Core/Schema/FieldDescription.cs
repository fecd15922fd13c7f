namespace SalesforcePS.Core.Schema;

/// <summary>A field, as describe tells it.</summary>
public sealed record FieldDescription(string Name, string Label, FieldType Type)
{
    /// <summary>The type in Salesforce's own word, such as <c>multipicklist</c>.</summary>
    public string TypeName { get; init; } = "";

    /// <summary>The objects a reference may point to; more than one means that it is polymorphic.</summary>
    public IReadOnlyList<string> ReferenceTo { get; init; } = [];

    /// <summary>The name of the parent in a field path (<c>Account</c> for <c>AccountId</c>); null where there is none.</summary>
    public string? RelationshipName { get; init; }

    /// <summary>True where deleting the parent deletes the record.</summary>
    public bool CascadeDelete { get; init; }

    public bool Createable { get; init; }

    public bool Updateable { get; init; }

    public bool Filterable { get; init; }

    public bool Sortable { get; init; }

    public bool Groupable { get; init; }

    /// <summary>True where a record can be found by this field: an external id, or one that Salesforce indexes for that.</summary>
    public bool IdLookup { get; init; }

    public bool ExternalId { get; init; }

    public bool Unique { get; init; }

    /// <summary>True where values that differ in case alone are different (a unique field can be so).</summary>
    public bool CaseSensitive { get; init; }

    /// <summary>False where a record must have a value.</summary>
    public bool Nillable { get; init; }

    /// <summary>True where Salesforce fills in what an insert leaves out.</summary>
    public bool DefaultedOnCreate { get; init; }

    /// <summary>The value, or the formula of it, that an insert takes where it gives none; null for none.</summary>
    public string? DefaultValue { get; init; }

    /// <summary>The most characters that a text may have; 0 where that is not a matter of length.</summary>
    public int Length { get; init; }

    /// <summary>The most digits of a number, those behind the point included; 0 for whole numbers and what is no number.</summary>
    public int Precision { get; init; }

    /// <summary>The digits behind the point.</summary>
    public int Scale { get; init; }

    /// <summary>The most digits of a whole number; 0 for everything else.</summary>
    public int Digits { get; init; }

    public bool Custom { get; init; }

    /// <summary>True for the field that names the record to people.</summary>
    public bool NameField { get; init; }

    public bool AutoNumber { get; init; }

    /// <summary>True for a formula or a roll-up.</summary>
    public bool Calculated { get; init; }

    public string? Formula { get; init; }

    public string? HelpText { get; init; }

    /// <summary>The address or location that the field is a part of, or the name; null where it stands alone.</summary>
    public string? CompoundFieldName { get; init; }

    /// <summary>The field on which the picklist's values depend; null where they depend on none.</summary>
    public string? ControllerName { get; init; }

    /// <summary>True where the picklist takes its active values and no others.</summary>
    public bool RestrictedPicklist { get; init; }

    public IReadOnlyList<PicklistValue> PicklistValues { get; init; } = [];
}
