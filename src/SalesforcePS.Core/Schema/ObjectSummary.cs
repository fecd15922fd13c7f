namespace SalesforcePS.Core.Schema;

/// <summary>What describe tells of an sObject as a whole; a list of all objects tells as much.</summary>
public sealed record ObjectSummary(string Name, string Label)
{
    public string LabelPlural { get; init; } = "";

    /// <summary>The first three characters of its records' Ids; null for objects that have none.</summary>
    public string? KeyPrefix { get; init; }

    public bool Custom { get; init; }

    public bool CustomSetting { get; init; }

    public bool Queryable { get; init; }

    /// <summary>True where SOSL finds its records.</summary>
    public bool Searchable { get; init; }

    public bool Retrieveable { get; init; }

    public bool Createable { get; init; }

    public bool Updateable { get; init; }

    public bool Deletable { get; init; }

    public bool Undeletable { get; init; }

    public bool Mergeable { get; init; }

    /// <summary>True where the org tells which records changed in a window of time.</summary>
    public bool Replicateable { get; init; }

    public bool Triggerable { get; init; }
}
