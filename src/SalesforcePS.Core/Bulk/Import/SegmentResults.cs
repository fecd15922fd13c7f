using SalesforcePS.Core.Bulk.Ingest;
using SalesforcePS.Core.Errors;

namespace SalesforcePS.Core.Bulk.Import;

/// <summary>Puts the results of a job where its rows are in the segment.</summary>
internal sealed class SegmentResults(IReadOnlyList<int> places, SegmentOutcomes outcomes, BulkJob job) : IRowResults
{
    private readonly bool isInsert = job.Operation == "insert";

    public void Succeed(int index, ReadOnlySpan<byte> id, bool created) => outcomes.Succeed(places[index], id, created || isInsert);

    public void Fail(int index, ReadOnlySpan<byte> id, SalesforceException error) =>
        outcomes.Fail(places[index], id, TextOf(error), error is OutcomeUnknownException ? RowState.Unknown : RowState.Failed);

    private static string TextOf(SalesforceException error) =>
        error is RecordException record ? string.Join("; ", record.Errors) : $"{error.ErrorCode}: {error.Message}";
}
