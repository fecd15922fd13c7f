namespace SalesforcePS.Core.Bulk.Import;

/// <summary>Consecutive rows of the file that go through one job (or, where a job was stopped, through a job and another for the rest).</summary>
/// <param name="Offset">Where its first row begins, in bytes of the file's UTF-8.</param>
/// <param name="FirstRow">The number of rows before it.</param>
/// <param name="Rows">How many rows it has, those that cannot be sent included.</param>
/// <param name="Next">Where the next segment begins; null after the last row.</param>
internal sealed record Segment(int Index, long Offset, long FirstRow, int Rows, long? Next);
