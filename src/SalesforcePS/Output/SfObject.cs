using SalesforcePS.Core.Schema;

namespace SalesforcePS;

/// <summary>An object of the org's schema. Fields and children are there where it was asked for by its name, or with -Detailed.</summary>
public sealed class SfObject
{
    private readonly ObjectSummary summary;

    internal SfObject(ObjectSummary summary) => this.summary = summary;

    // Arrays, not collections of the compiler's: PowerShell can index them.
    internal SfObject(ObjectDescription description) : this(description.Summary)
    {
        Fields = description.Fields.Select(field => new SfField(description.Name, field)).ToArray();
        ChildRelationships = description.ChildRelationships.Select(child => new SfChildRelationship(child)).ToArray();
    }

    public string Name => summary.Name;

    public string Label => summary.Label;

    public string LabelPlural => summary.LabelPlural;

    /// <summary>The first three characters of its records' Ids; $null for objects that have none.</summary>
    public string? KeyPrefix => summary.KeyPrefix;

    public bool IsCustom => summary.Custom;

    public bool IsCustomSetting => summary.CustomSetting;

    public bool IsQueryable => summary.Queryable;

    /// <summary>True where Find-SfRecord finds its records.</summary>
    public bool IsSearchable => summary.Searchable;

    public bool IsRetrieveable => summary.Retrieveable;

    public bool IsCreateable => summary.Createable;

    public bool IsUpdateable => summary.Updateable;

    public bool IsDeletable => summary.Deletable;

    public bool IsUndeletable => summary.Undeletable;

    public bool IsMergeable => summary.Mergeable;

    /// <summary>True where Get-SfUpdatedRecord and Get-SfDeletedRecord know its changes.</summary>
    public bool IsReplicateable => summary.Replicateable;

    public bool IsTriggerable => summary.Triggerable;

    /// <summary>Its fields; $null where it was only listed.</summary>
    public IReadOnlyList<SfField>? Fields { get; }

    /// <summary>The references of other objects to it; $null where it was only listed.</summary>
    public IReadOnlyList<SfChildRelationship>? ChildRelationships { get; }

    public override string ToString() => Name;
}
