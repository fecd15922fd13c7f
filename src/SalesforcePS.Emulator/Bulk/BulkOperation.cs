namespace SalesforcePS.Emulator.Bulk;

internal enum BulkOperation
{
    Insert,
    Update,
    Upsert,
    Delete,
    HardDelete,
    Query,
    QueryAll,
}
