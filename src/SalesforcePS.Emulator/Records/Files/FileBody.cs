using SalesforcePS.Emulator.Storage;

namespace SalesforcePS.Emulator.Records.Files;

/// <summary>The body of a file on its way into a record.</summary>
/// <param name="Checksum">The MD5, in lower-case hexadecimal digits.</param>
internal sealed record FileBody(long Length, string Checksum)
{
    /// <summary>Of a body that came as base64.</summary>
    public ReadOnlyMemory<byte> Bytes { get; private init; }

    /// <summary>Of a body that lies in the database already.</summary>
    public long? Number { get; private init; }

    public static FileBody Of(ReadOnlyMemory<byte> bytes) => new(bytes.Length, BlobChecksum.Of(bytes.Span)) { Bytes = bytes };

    public static FileBody Of(StoredBlob blob) => new(blob.Length, blob.Checksum) { Number = blob.Number };
}
