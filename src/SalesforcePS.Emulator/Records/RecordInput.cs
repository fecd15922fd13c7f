namespace SalesforcePS.Emulator.Records;

internal sealed record RecordInput(string? Type, string? Id, IReadOnlyList<FieldInput> Fields);
