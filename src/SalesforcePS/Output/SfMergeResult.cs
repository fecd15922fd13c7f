namespace SalesforcePS;

/// <summary>A merge that was done. Refused ones are error records and have no result.</summary>
public sealed class SfMergeResult : IRecordIdentity
{
    /// <summary>The record that stays.</summary>
    public required string? Id { get; init; }

    /// <summary>Always true: a merge that was not done is an error record.</summary>
    public bool Success { get; init; } = true;

    public string Operation { get; init; } = "Merge";

    public required string ObjectType { get; init; }

    /// <summary>The records that went into it and are deleted.</summary>
    public required IReadOnlyList<string> MergedIds { get; init; }

    /// <summary>The records that belonged to them and belong to it now.</summary>
    public required IReadOnlyList<string> UpdatedRelatedIds { get; init; }

    /// <summary>The master that went in.</summary>
    public required object InputObject { get; init; }

    public override string ToString() => Id ?? ObjectType;
}
