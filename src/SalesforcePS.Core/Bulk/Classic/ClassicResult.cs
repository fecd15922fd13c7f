namespace SalesforcePS.Core.Bulk.Classic;

/// <summary>A row of a batch's results, which come in the order of its records.</summary>
internal readonly record struct ClassicResult(string? Id, bool Success, bool Created, string? Error);
