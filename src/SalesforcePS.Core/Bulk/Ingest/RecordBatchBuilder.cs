using SalesforcePS.Core.Writing;

namespace SalesforcePS.Core.Bulk.Ingest;

/// <summary>
/// Gathers the records of one object into batches. The first records wait until the columns are likely to be known; a later record
/// with a field of its own begins a new batch under the wider columns.
/// </summary>
internal sealed class RecordBatchBuilder(string objectType, UploadLimits limits) : IDisposable
{
    private const int RowsBeforeHeader = 2_000;

    private readonly RecordColumns columns = new();
    private readonly List<(InputRecord Record, string?[] Cells)> waiting = [];
    private long waitingLength;
    private List<InputRecord> records = [];
    private IngestBatch? batch;

    /// <summary>Adds a record; returns a batch that is complete, if this record does not go into it any more.</summary>
    public RecordBatch? Add(EncodedRecord record)
    {
        var widened = columns.Fill(record, out var cells);
        var length = LongestRow(cells);
        var complete = batch is null ? waitingLength + length > limits.Bytes : widened || !batch.HasRoomFor(length);
        var taken = complete ? Take() : null;
        if (batch is null)
            Wait(record.Record, cells, length);
        else
            Append(record.Record, cells);
        return taken;
    }

    /// <summary>The records added since the last batch; null where there are none.</summary>
    public RecordBatch? Take()
    {
        if (waiting.Count > 0)
            BeginBatch();
        if (batch is null)
            return null;
        var complete = new RecordBatch(objectType, records, batch);
        (batch, records) = (null, []);
        return complete;
    }

    /// <summary>The most bytes the row can come to: three for each character, or two for a doubled quote, and what parts the cells.</summary>
    private static long LongestRow(ReadOnlySpan<string?> cells)
    {
        var length = 1L;
        foreach (var cell in cells)
            length += (3L * (cell?.Length ?? 0)) + 3;
        return length;
    }

    private void Wait(InputRecord record, string?[] cells, long length)
    {
        waiting.Add((record, cells));
        waitingLength += length;
        if (waiting.Count >= Math.Min(RowsBeforeHeader, limits.Rows))
            BeginBatch();
    }

    private void BeginBatch()
    {
        batch = new IngestBatch([.. columns.Names], limits);
        foreach (var (record, cells) in waiting)
            Append(record, cells);
        waiting.Clear();
        waitingLength = 0;
    }

    private void Append(InputRecord record, string?[] cells)
    {
        if (cells.Length < columns.Names.Count)
            Array.Resize(ref cells, columns.Names.Count);
        batch!.Add(cells);
        records.Add(record);
    }

    /// <summary>Drops rows that will not be sent.</summary>
    public void Dispose() => batch?.Dispose();
}
