namespace SalesforcePS.Emulator.Records;

internal sealed record SaveResult(string? Id, bool Success, bool Created, IReadOnlyList<RecordError> Errors);
