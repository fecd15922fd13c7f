using SalesforcePS.Core.Writing;

namespace SalesforcePS.Core.Bulk.Ingest;

/// <summary>
/// Gathers the records of one object into batches. The first records wait until the columns are likely to be known; a later record
/// with a field of its own begins a new batch under the wider columns.
/// </summary>
internal sealed class RecordBatchBuilder(string objectType, int rowsPerJob) : IDisposable
{
    private const int RowsBeforeHeader = 2_000;
    private const int LongestRowGuess = 400_000;

    private readonly RecordColumns columns = new();
    private readonly List<(InputRecord Record, string?[] Cells)> waiting = [];
    private List<InputRecord> records = [];
    private IngestBatch? batch;

    /// <summary>Adds a record; returns a batch that is complete, if this record does not go into it any more.</summary>
    public RecordBatch? Add(EncodedRecord record)
    {
        var widened = columns.Fill(record, out var cells);
        RecordBatch? complete = null;
        if (batch is not null && (widened || records.Count >= rowsPerJob || !batch.HasRoomFor(LongestRowGuess)))
            complete = Take();
        if (batch is null)
        {
            waiting.Add((record.Record, cells));
            if (waiting.Count >= Math.Min(RowsBeforeHeader, rowsPerJob))
                BeginBatch();
        }
        else
            Append(record.Record, cells);
        return complete;
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

    private void BeginBatch()
    {
        batch = new IngestBatch([.. columns.Names]);
        foreach (var (record, cells) in waiting)
            Append(record, cells);
        waiting.Clear();
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
