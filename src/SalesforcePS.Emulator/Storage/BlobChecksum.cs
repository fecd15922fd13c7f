using System.Security.Cryptography;

namespace SalesforcePS.Emulator.Storage;

/// <summary>The MD5 of a body as an org tells it: in lower-case hexadecimal digits.</summary>
internal static class BlobChecksum
{
#pragma warning disable CA5351 // the checksum of Salesforce, no protection
    public static string Of(ReadOnlySpan<byte> bytes) => ToText(MD5.HashData(bytes));
#pragma warning restore CA5351

#pragma warning disable CA1308 // the digits of Salesforce
    public static string ToText(byte[] hash) => Convert.ToHexString(hash).ToLowerInvariant();
#pragma warning restore CA1308
}
