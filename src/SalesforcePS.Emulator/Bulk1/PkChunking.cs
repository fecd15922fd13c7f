using System.Globalization;
using SalesforcePS.Emulator.Identity;

namespace SalesforcePS.Emulator.Bulk1;

/// <summary>What Sforce-Enable-PKChunking asks for (Bulk API Developer Guide, PK Chunking Header).</summary>
internal sealed record PkChunking(int ChunkSize, string? StartRow, string? Parent)
{
    public const string HeaderName = "Sforce-Enable-PKChunking";

    private const int DefaultChunkSize = 100_000;
    private const int LargestChunkSize = 250_000;

    /// <summary>Reads "TRUE", "FALSE" or "chunkSize=50000; startRow=001...; parent=Account"; null when chunking is off.</summary>
    public static PkChunking? Parse(string header)
    {
        if (header.Length == 0 || header.Equals("FALSE", StringComparison.OrdinalIgnoreCase))
            return null;
        var chunking = new PkChunking(DefaultChunkSize, null, null);
        if (header.Equals("TRUE", StringComparison.OrdinalIgnoreCase))
            return chunking;
        foreach (var option in header.Split([';', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            chunking = chunking.With(option);
        return chunking;
    }

    private PkChunking With(string option)
    {
        var parts = option.Split('=', 2, StringSplitOptions.TrimEntries);
        return (parts[0].ToUpperInvariant(), parts[^1]) switch
        {
            ("CHUNKSIZE", var value) when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size is > 0 and <= LargestChunkSize =>
                this with { ChunkSize = size },
            ("STARTROW", var value) when SalesforceId.TryNormalize(value, out var id) => this with { StartRow = id },
            ("PARENT", { Length: > 0 } value) when parts.Length == 2 => this with { Parent = value },
            _ => throw AsyncErrors.InvalidChunking(option, LargestChunkSize),
        };
    }
}
