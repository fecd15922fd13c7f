namespace SalesforcePS.Core.Bulk.Import;

/// <summary>A job and the segment whose rows it holds.</summary>
internal sealed record JournalJob(int Segment, string Id);
