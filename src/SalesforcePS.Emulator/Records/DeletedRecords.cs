namespace SalesforcePS.Emulator.Records;

internal sealed record DeletedRecords(
    IReadOnlyList<DeletedRecord> Records, DateTimeOffset EarliestDateAvailable, DateTimeOffset LatestDateCovered);
