namespace SalesforcePS.Emulator.Records;

internal sealed record DeletedRecord(string Id, DateTimeOffset DeletedDate);
