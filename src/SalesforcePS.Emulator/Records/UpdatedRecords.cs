namespace SalesforcePS.Emulator.Records;

internal sealed record UpdatedRecords(IReadOnlyList<string> Ids, DateTimeOffset LatestDateCovered);
