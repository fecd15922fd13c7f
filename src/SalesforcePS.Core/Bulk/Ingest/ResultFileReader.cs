using System.Runtime.CompilerServices;
using CsvHelper;
using SalesforcePS.Core.Errors;

namespace SalesforcePS.Core.Bulk.Ingest;

/// <summary>
/// Reads successfulResults, failedResults and unprocessedrecords. Each row repeats the input's cells; written again as the upload wrote
/// them, they give the bytes by which the input is found.
/// </summary>
internal sealed class ResultFileReader(IngestBatch batch, ResultMatcher matcher)
{
    private static readonly CsvReaderOptions Options = new() { Separator = ',', BufferSize = 128 * 1024 };

    private readonly RowBuffer row = new();

    /// <summary>Reads a file to its end, from its start.</summary>
    public async Task ReadAsync(ResultKind kind, Stream stream, CancellationToken cancellation)
    {
        matcher.BeginFile();
        try
        {
            using var csv = CsvReader.Create(stream, Options, leaveOpen: true);
            await csv.ReadHeaderAsync(cancellation).ConfigureAwait(false);
            var columns = ResultColumns.Of(csv.Headers, batch.Columns);
            while (await ReadArrived(kind, csv, columns, cancellation).ConfigureAwait(false))
                Match(kind, csv, columns);
            matcher.EndFile();
        }
        catch (CsvFormatException malformed)
        {
            throw new ProtocolException($"A result file of a bulk job could not be read: {malformed.Message}", malformed);
        }
    }

    /// <summary>Takes the rows that have arrived. True stands for one more, which the CSV reader is at.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private ValueTask<bool> ReadArrived(ResultKind kind, CsvReader csv, ResultColumns columns, CancellationToken cancellation)
    {
        while (true)
        {
            var next = csv.ReadAsync(cancellation);
            if (!next.IsCompletedSuccessfully)
                return next;
            if (!next.Result)
                return new(false);
            Match(kind, csv, columns);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Match(ResultKind kind, CsvReader csv, ResultColumns columns)
    {
        var key = KeyOf(csv, columns.Cells);
        var id = columns.Id < 0 ? default : csv.GetSpan(columns.Id);
        var outcome = columns.Outcome < 0 ? default : csv.GetSpan(columns.Outcome);
        switch (kind)
        {
            case ResultKind.Successful:
                matcher.Succeed(key, id, outcome);
                break;
            case ResultKind.Failed:
                matcher.Fail(key, id, outcome);
                break;
            default:
                matcher.LeaveUnprocessed(key);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private UInt128 KeyOf(CsvReader csv, int[] cells)
    {
        row.Clear();
        for (var i = 0; i < cells.Length; i++)
        {
            if (i > 0)
                row.Write((byte)',');
            if (cells[i] >= 0)
                BulkCsv.WriteCell(row, csv.GetSpan(cells[i]));
        }
        row.Write(cells.Length == 1 && row.Length == 0 ? "\"\"\n"u8 : "\n"u8);
        return RowKey.Of(row.Written);
    }
}
