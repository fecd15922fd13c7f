using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Writing;

namespace SalesforcePS.Core.Bulk.Ingest;

/// <summary>What became of a row of a job.</summary>
/// <param name="Index">The row's place in its batch.</param>
internal readonly record struct RowResult(int Index, string? Id, bool Created, SalesforceException? Error)
{
    public RecordOutcome OutcomeOf(InputRecord record, RecordOperation operation, string jobId) => new(record)
    {
        Id = Id,
        Created = Error is null && (Created || operation == RecordOperation.Insert),
        Error = Error,
        JobId = jobId,
    };
}
