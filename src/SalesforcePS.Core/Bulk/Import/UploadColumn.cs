namespace SalesforcePS.Core.Bulk.Import;

/// <summary>A column of the upload.</summary>
/// <param name="Name">The field, or a link such as <c>Account.Key__c</c>, as Bulk's header has it.</param>
/// <param name="Source">The index of the file's column; -1 for a constant.</param>
/// <param name="Constant">The constant's UTF-8; null for a column of the file.</param>
/// <param name="IsKey">True for the column by which the org finds the record, which is never cleared.</param>
internal sealed record UploadColumn(string Name, int Source, byte[]? Constant, bool IsKey);
