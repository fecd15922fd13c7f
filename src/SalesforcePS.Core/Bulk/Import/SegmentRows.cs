using SalesforcePS.Core.Bulk.Ingest;

namespace SalesforcePS.Core.Bulk.Import;

/// <summary>The rows of a segment that are to be sent.</summary>
/// <param name="Places">For each row of the batch its place in the segment.</param>
internal sealed record SegmentRows(IngestBatch Batch, IReadOnlyList<int> Places) : IDisposable
{
    public void Dispose() => Batch.Dispose();
}
