namespace SalesforcePS.Core.Bulk.Ingest;

/// <summary>A row of a result file: which input it is, and the columns that Salesforce put before it.</summary>
internal readonly record struct ResultRow(UInt128 Key, string? Id, string? Outcome);
