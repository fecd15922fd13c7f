namespace SalesforcePS.Core.Schema;

/// <summary>A field, as describe tells it.</summary>
public sealed record FieldDescription(string Name, string Label, FieldType Type)
{
    /// <summary>The objects a reference may point to; more than one means that it is polymorphic.</summary>
    public IReadOnlyList<string> ReferenceTo { get; init; } = [];

    /// <summary>The name of the parent in a field path (<c>Account</c> for <c>AccountId</c>); null where there is none.</summary>
    public string? RelationshipName { get; init; }

    public bool Createable { get; init; }

    public bool Updateable { get; init; }

    /// <summary>True where a record can be found by this field: an external id, or one that Salesforce indexes for that.</summary>
    public bool IdLookup { get; init; }

    public bool ExternalId { get; init; }

    /// <summary>True where values that differ in case alone are different (a unique field can be so).</summary>
    public bool CaseSensitive { get; init; }

    /// <summary>False where a record must have a value.</summary>
    public bool Nillable { get; init; }

    /// <summary>True where Salesforce fills in what an insert leaves out.</summary>
    public bool DefaultedOnCreate { get; init; }

    /// <summary>The most characters that a text may have; 0 where that is not a matter of length.</summary>
    public int Length { get; init; }

    /// <summary>The only values that a restricted picklist takes; null for every other field.</summary>
    public IReadOnlyList<string>? AllowedValues { get; init; }
}
