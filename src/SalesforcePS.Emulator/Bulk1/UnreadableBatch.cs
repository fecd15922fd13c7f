using SalesforcePS.Emulator.Bulk;

namespace SalesforcePS.Emulator.Bulk1;

internal static class UnreadableBatch
{
    public static BulkException Because(string reason) => new(BulkException.InvalidBatch, $"Failed to parse batch: {reason}");
}
