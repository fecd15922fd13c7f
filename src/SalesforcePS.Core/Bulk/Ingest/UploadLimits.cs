using SalesforcePS.Core.Writing;

namespace SalesforcePS.Core.Bulk.Ingest;

/// <summary>What one upload may hold: the whole of a Bulk 2.0 job, or a batch of a Bulk 1.0 job.</summary>
/// <param name="AnsweredInOrder">True where results come in the order of the rows, which then need not be found again by their bytes.</param>
internal sealed record UploadLimits(int Rows, long Bytes, bool AnsweredInOrder)
{
    /// <summary>150 MB after base64, which is 100 MB of rows with room to spare (api-asynch "Bulk API 2.0 Limits").</summary>
    public static UploadLimits OfJob(int rows) => new(rows, 100_000_000, AnsweredInOrder: false);

    /// <summary>10 MB and 10 million characters, of which there are never more than bytes; the header's room is left out (api-asynch "Bulk API Limits").</summary>
    public static UploadLimits OfBatch(WriteOptions options) => new(options.BulkBatchSize, 9_900_000, AnsweredInOrder: true);
}
