namespace SalesforcePS.Emulator.Records;

internal enum RecordState
{
    Missing,
    Live,
    Deleted,
}
