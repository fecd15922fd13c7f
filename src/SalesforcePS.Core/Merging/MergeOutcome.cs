using SalesforcePS.Core.Errors;

namespace SalesforcePS.Core.Merging;

/// <summary>What became of one merge: done, or refused, or not known. Every merge has exactly one.</summary>
public sealed record MergeOutcome(MergeInput Input)
{
    public string? Id { get; init; }

    /// <summary>The records that were merged into the master and deleted.</summary>
    public IReadOnlyList<string> MergedIds { get; init; } = [];

    /// <summary>The records that belonged to them and belong to the master now.</summary>
    public IReadOnlyList<string> UpdatedRelatedIds { get; init; } = [];

    /// <summary>Why it was not done; null where it was.</summary>
    public SalesforceException? Error { get; init; }
}
