namespace SalesforcePS;

/// <summary>A record that was deleted in a window of time.</summary>
public sealed class SfDeletedRecord : IRecordIdentity
{
    public required string Id { get; init; }

    public required string ObjectType { get; init; }

    public required DateTimeOffset DeletedDate { get; init; }

    /// <summary>How far back the org remembers deletions.</summary>
    public required DateTimeOffset EarliestDateAvailable { get; init; }

    /// <summary>The end of what the answer covers: the next window begins here.</summary>
    public required DateTimeOffset LatestDateCovered { get; init; }

    public override string ToString() => Id;
}
