namespace SalesforcePS.Emulator.Bulk;

internal enum BulkJobState
{
    Open,

    /// <summary>Bulk API 1.0: no more batches come.</summary>
    Closed,
    UploadComplete,
    InProgress,
    JobComplete,
    Failed,
    Aborted,
}
