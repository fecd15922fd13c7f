using SalesforcePS.Core.Schema;

namespace SalesforcePS;

/// <summary>A field of an object.</summary>
public sealed class SfField
{
    private readonly FieldDescription description;

    internal SfField(string objectType, FieldDescription field) => (ObjectType, description) = (objectType, field);

    public string ObjectType { get; }

    public string Name => description.Name;

    public string Label => description.Label;

    /// <summary>Salesforce's word, such as string, reference or multipicklist.</summary>
    public string Type => description.TypeName;

    /// <summary>The most characters of a text; 0 for other fields.</summary>
    public int Length => description.Length;

    /// <summary>The most digits of a number, those behind the point included.</summary>
    public int Precision => description.Precision > 0 ? description.Precision : description.Digits;

    /// <summary>The digits behind the point.</summary>
    public int Scale => description.Scale;

    /// <summary>True where a new record must be given a value.</summary>
    public bool IsRequired => description is { Createable: true, Nillable: false, DefaultedOnCreate: false };

    public bool IsNillable => description.Nillable;

    public bool IsCreateable => description.Createable;

    public bool IsUpdateable => description.Updateable;

    public bool IsFilterable => description.Filterable;

    public bool IsSortable => description.Sortable;

    public bool IsGroupable => description.Groupable;

    public bool IsCustom => description.Custom;

    /// <summary>True for the field that names the record to people.</summary>
    public bool IsNameField => description.NameField;

    public bool IsAutoNumber => description.AutoNumber;

    public bool IsUnique => description.Unique;

    public bool IsCaseSensitive => description.CaseSensitive;

    public bool IsExternalId => description.ExternalId;

    /// <summary>True where an upsert may name records by it.</summary>
    public bool IsIdLookup => description.IdLookup;

    /// <summary>True for a formula or a roll-up.</summary>
    public bool IsCalculated => description.Calculated;

    public string? Formula => description.Formula;

    /// <summary>What a new record gets without a value: the value, or its formula.</summary>
    public string? DefaultValue => description.DefaultValue;

    public string? HelpText => description.HelpText;

    /// <summary>The objects that a reference may point to.</summary>
    public IReadOnlyList<string> ReferenceTo => description.ReferenceTo.ToArray();

    /// <summary>The parent's name in a query, as in Account.Name.</summary>
    public string? RelationshipName => description.RelationshipName;

    /// <summary>True where deleting the parent deletes the record.</summary>
    public bool IsCascadeDelete => description.CascadeDelete;

    /// <summary>The values of a picklist, inactive ones too.</summary>
    public IReadOnlyList<SfPicklistValue> PicklistValues => description.PicklistValues.Select(value => new SfPicklistValue(value)).ToArray();

    /// <summary>True where a picklist takes its active values only.</summary>
    public bool IsRestrictedPicklist => description.RestrictedPicklist;

    /// <summary>The field on which a picklist's values depend.</summary>
    public string? ControllingField => description.ControllerName;

    /// <summary>The address, location or name of which the field is a part.</summary>
    public string? CompoundField => description.CompoundFieldName;

    public override string ToString() => Name;
}
