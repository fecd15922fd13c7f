namespace SalesforcePS.Core.Replication;

/// <summary>The records that were made or changed in a window of time.</summary>
/// <param name="LatestDateCovered">The end of what the answer covers: the next window begins here.</param>
public sealed record UpdatedRecords(IReadOnlyList<string> Ids, DateTimeOffset LatestDateCovered);
