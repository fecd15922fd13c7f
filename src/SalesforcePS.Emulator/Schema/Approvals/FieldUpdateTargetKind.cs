namespace SalesforcePS.Emulator.Schema.Approvals;

/// <summary>What a field update can make a field refer to, by the names of the metadata.</summary>
internal enum FieldUpdateTargetKind
{
    User,
    Queue,
    RecordType,
}
