using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Records;

/// <summary>A record as the database holds it: typed values in the order of the fields that were asked for.</summary>
internal sealed record StoredRecord(SObjectType Type, string Id, IReadOnlyList<SObjectField> Fields, IReadOnlyList<object?> Values);
