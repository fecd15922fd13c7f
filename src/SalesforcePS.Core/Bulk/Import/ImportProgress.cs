namespace SalesforcePS.Core.Bulk.Import;

/// <summary>How far an import is, in rows.</summary>
/// <param name="Total">Rows of the file.</param>
/// <param name="Sent">Rows uploaded, or refused before.</param>
/// <param name="Processed">Rows that the org's jobs have worked on.</param>
/// <param name="Failed">Rows refused so far, by the org or before.</param>
public readonly record struct ImportProgress(long Total, long Sent, long Processed, long Failed);
