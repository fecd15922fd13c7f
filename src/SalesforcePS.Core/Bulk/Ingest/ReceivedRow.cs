using SalesforcePS.Core.Errors;

namespace SalesforcePS.Core.Bulk.Ingest;

/// <summary>A result of a job that somebody else started: the row as it was sent, and what became of it.</summary>
/// <param name="Cells">The columns of the upload and their text; null where the cell is empty.</param>
/// <param name="Error">Why it was not written; null where it was.</param>
public sealed record ReceivedRow(IReadOnlyList<KeyValuePair<string, string?>> Cells, string? Id, bool Created, SalesforceException? Error);
