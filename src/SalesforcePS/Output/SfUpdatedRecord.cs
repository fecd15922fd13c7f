namespace SalesforcePS;

/// <summary>A record that was made or changed in a window of time.</summary>
public sealed class SfUpdatedRecord : IRecordIdentity
{
    public required string Id { get; init; }

    public required string ObjectType { get; init; }

    /// <summary>The end of what the answer covers: the next window begins here.</summary>
    public required DateTimeOffset LatestDateCovered { get; init; }

    public override string ToString() => Id;
}
