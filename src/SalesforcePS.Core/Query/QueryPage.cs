using SalesforcePS.Core.Records;

namespace SalesforcePS.Core.Query;

/// <summary>One page of records.</summary>
/// <param name="TotalSize">The number of rows of the whole query.</param>
/// <param name="NextUrl">The path of the next page; null on the last.</param>
/// <param name="Incomplete">Children whose further pages are still to be fetched.</param>
internal sealed record QueryPage(
    IReadOnlyList<SalesforceRecord> Records, int TotalSize, string? NextUrl, IReadOnlyList<IncompleteChildren> Incomplete);
