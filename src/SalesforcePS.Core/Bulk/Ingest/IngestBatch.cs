using System.Runtime.CompilerServices;

namespace SalesforcePS.Core.Bulk.Ingest;

/// <summary>The rows of one upload: written once, sent, and then, where need be, found again by their bytes.</summary>
internal sealed class IngestBatch : IDisposable
{
    private readonly RowBuffer buffer = new();
    private readonly UploadLimits limits;

    /// <param name="rows">An empty multiset that was used before; null for a new one.</param>
    public IngestBatch(IReadOnlyList<string> columns, UploadLimits? limits = null, RowMultiset? rows = null)
    {
        (Columns, this.limits, Rows) = (columns, limits ?? UploadLimits.OfJob(int.MaxValue), rows ?? new RowMultiset());
        BulkCsv.WriteRow(buffer, [.. columns]);
        Spool.Write(buffer.Written);
    }

    public IReadOnlyList<string> Columns { get; }

    public RowSpool Spool { get; } = new();

    /// <summary>The rows by their bytes; empty where results come in order.</summary>
    public RowMultiset Rows { get; }

    public int Count { get; private set; }

    /// <summary>Adds a row; its index in the results is the number of rows added before.</summary>
    public void Add(ReadOnlySpan<string?> cells)
    {
        buffer.Clear();
        BulkCsv.WriteRow(buffer, cells);
        Add(buffer.Written);
    }

    /// <summary>Adds a row as <see cref="BulkCsv"/> writes it, its line feed included.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(ReadOnlySpan<byte> row)
    {
        if (!limits.AnsweredInOrder)
            Rows.Add(RowKey.Of(row));
        Spool.Write(row);
        Count++;
    }

    public bool HasRoomFor(long rowLength) => Count < limits.Rows && Spool.RawLength + rowLength <= limits.Bytes;

    public void Dispose() => Spool.Dispose();
}
