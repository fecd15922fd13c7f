using System.Buffers;

namespace SalesforcePS.Core.Bulk.Ingest;

/// <summary>The rows of one job: written once, uploaded, and then found again by their bytes.</summary>
internal sealed class IngestBatch : IDisposable
{
    /// <summary>150 MB after base64, which is 100 MB of rows with room to spare (api-asynch "Bulk API 2.0 Limits").</summary>
    public const long LargestUpload = 100_000_000;

    private readonly ArrayBufferWriter<byte> buffer = new();

    public IngestBatch(IReadOnlyList<string> columns)
    {
        Columns = columns;
        BulkCsv.WriteRow(buffer, [.. columns]);
        Spool.Write(buffer.WrittenSpan);
    }

    public IReadOnlyList<string> Columns { get; }

    public RowSpool Spool { get; } = new();

    public RowMultiset Rows { get; } = new();

    public int Count { get; private set; }

    /// <summary>Adds a row; its index in the results is the number of rows added before.</summary>
    public void Add(ReadOnlySpan<string?> cells)
    {
        buffer.ResetWrittenCount();
        BulkCsv.WriteRow(buffer, cells);
        Add(buffer.WrittenSpan);
    }

    /// <summary>Adds a row as <see cref="BulkCsv"/> writes it, its line feed included.</summary>
    public void Add(ReadOnlySpan<byte> row)
    {
        Rows.Add(RowKey.Of(row));
        Spool.Write(row);
        Count++;
    }

    public bool HasRoomFor(int rowLength) => Spool.RawLength + rowLength <= LargestUpload;

    public void Dispose() => Spool.Dispose();
}
