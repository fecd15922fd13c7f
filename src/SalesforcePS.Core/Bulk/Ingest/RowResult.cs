using SalesforcePS.Core.Errors;

namespace SalesforcePS.Core.Bulk.Ingest;

/// <summary>What became of a row of a job.</summary>
/// <param name="Index">The row's place in its batch.</param>
internal readonly record struct RowResult(int Index, string? Id, bool Created, SalesforceException? Error);
