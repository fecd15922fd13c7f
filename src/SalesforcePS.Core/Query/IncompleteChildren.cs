using SalesforcePS.Core.Records;

namespace SalesforcePS.Core.Query;

/// <summary>The first page of a parent's children, and where the rest is.</summary>
internal sealed record IncompleteChildren(SalesforceRecord[] FirstRows, RowShape Shape, int TotalSize, string NextUrl, Action<SalesforceRecord[]> Complete);
