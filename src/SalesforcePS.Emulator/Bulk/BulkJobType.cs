namespace SalesforcePS.Emulator.Bulk;

internal enum BulkJobType
{
    /// <summary>Bulk API 1.0.</summary>
    Classic,
    V2Ingest,
    V2Query,
}
