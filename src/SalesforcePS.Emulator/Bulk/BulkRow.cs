using SalesforcePS.Emulator.Records;

namespace SalesforcePS.Emulator.Bulk;

/// <summary>One row of an upload: a record, or what is wrong with the row.</summary>
internal readonly record struct BulkRow(RecordInput? Input, RecordError? Error);
