using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace SalesforcePS.Core.Bulk.Ingest;

/// <summary>Identifies a row by its bytes: 128 bits of their SHA-256, so that different rows never meet in practice.</summary>
internal static class RowKey
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static UInt128 Of(ReadOnlySpan<byte> row)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(row, hash);
        return MemoryMarshal.Read<UInt128>(hash);
    }
}
