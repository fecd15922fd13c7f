using System.IO.Hashing;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace SalesforcePS.Core.Bulk.Ingest;

/// <summary>
/// Identifies a row by 128 bits made of its bytes, so that different rows never meet in practice. The seed is secret and new in each
/// process: nobody can make rows that meet on purpose.
/// </summary>
internal static class RowKey
{
    private static readonly long Seed = BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long)));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static UInt128 Of(ReadOnlySpan<byte> row) => XxHash128.HashToUInt128(row, Seed);
}
