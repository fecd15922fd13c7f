namespace SalesforcePS.Emulator.Bulk;

internal enum BulkBatchState
{
    Queued,
    InProgress,
    Completed,
    Failed,
    NotProcessed,
}
