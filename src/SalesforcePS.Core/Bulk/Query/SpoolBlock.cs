namespace SalesforcePS.Core.Bulk.Query;

/// <summary>A piece of a page: bytes in rented memory, or where they are in the file.</summary>
internal readonly record struct SpoolBlock(byte[]? Bytes, long FileOffset, int Length);
