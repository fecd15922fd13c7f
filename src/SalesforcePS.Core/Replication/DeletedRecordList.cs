namespace SalesforcePS.Core.Replication;

/// <summary>The records that were deleted in a window of time.</summary>
/// <param name="EarliestDateAvailable">How far back the org remembers deletions.</param>
/// <param name="LatestDateCovered">The end of what the answer covers: the next window begins here.</param>
public sealed record DeletedRecordList(IReadOnlyList<DeletedRecord> Records, DateTimeOffset EarliestDateAvailable, DateTimeOffset LatestDateCovered);
