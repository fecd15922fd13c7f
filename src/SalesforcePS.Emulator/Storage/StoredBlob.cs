namespace SalesforcePS.Emulator.Storage;

/// <summary>The body of a file in the database, with its length in bytes and its MD5 in lower-case hexadecimal digits.</summary>
internal sealed record StoredBlob(long Number, long Length, string Checksum);
