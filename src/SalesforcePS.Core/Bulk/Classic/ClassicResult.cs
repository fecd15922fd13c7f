using SalesforcePS.Core.Errors;

namespace SalesforcePS.Core.Bulk.Classic;

/// <summary>A row of a batch's results, which come in the order of its records.</summary>
/// <param name="Error">Why the record was not written; null where it was.</param>
internal readonly record struct ClassicResult(string? Id, bool Created, RecordException? Error);
