namespace SalesforcePS.Core.Bulk.Import;

/// <summary>How far the result files are.</summary>
/// <param name="Segments">The segments in them.</param>
/// <param name="SuccessLength">The length of the success file in bytes, which is on the disk.</param>
/// <param name="Tally">The rows in them.</param>
internal sealed record JournalCheckpoint(int Segments, long SuccessLength, long ErrorLength, ImportTally Tally);
