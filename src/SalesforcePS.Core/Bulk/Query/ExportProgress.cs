namespace SalesforcePS.Core.Bulk.Query;

/// <summary>How far an export is.</summary>
/// <param name="Rows">Rows in the file.</param>
/// <param name="IsResumed">True where an earlier run had begun it.</param>
public sealed record ExportProgress(BulkJob Job, long Rows, bool IsResumed);
