using System.Buffers;
using System.Runtime.CompilerServices;
using CsvHelper;
using SalesforcePS.Core.Errors;

namespace SalesforcePS.Core.Bulk.Ingest;

/// <summary>
/// Reads successfulResults, failedResults and unprocessedrecords. Each row repeats the input's cells; written again as the upload wrote
/// them, they give the bytes by which the input is found.
/// </summary>
internal sealed class ResultFileReader(IngestBatch batch)
{
    private readonly ArrayBufferWriter<byte> row = new();

    public async Task<List<ResultRow>> ReadAsync(Stream stream, CancellationToken cancellation)
    {
        try
        {
            using var csv = CsvReader.Create(stream, new CsvReaderOptions { Separator = ',' }, leaveOpen: true);
            await csv.ReadHeaderAsync(cancellation).ConfigureAwait(false);
            var headers = csv.Headers;
            var id = IndexOf(headers, "sf__Id");
            var outcome = Math.Max(IndexOf(headers, "sf__Created"), IndexOf(headers, "sf__Error"));
            int[] cells = [.. batch.Columns.Select(column => IndexOf(headers, column))];
            var results = new List<ResultRow>(batch.Rows.Count);
            while (await csv.ReadAsync(cancellation).ConfigureAwait(false))
                results.Add(new ResultRow(KeyOf(csv, cells), TextOf(csv, id), TextOf(csv, outcome)));
            return results;
        }
        catch (CsvFormatException malformed)
        {
            throw new ProtocolException($"A result file of a bulk job could not be read: {malformed.Message}", malformed);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private UInt128 KeyOf(CsvReader csv, int[] cells)
    {
        row.ResetWrittenCount();
        for (var i = 0; i < cells.Length; i++)
        {
            if (i > 0)
                row.Write(","u8);
            if (cells[i] >= 0)
                BulkCsv.WriteCell(row, csv.GetSpan(cells[i]));
        }
        row.Write(cells.Length == 1 && row.WrittenCount == 0 ? "\"\"\n"u8 : "\n"u8);
        return RowKey.Of(row.WrittenSpan);
    }

    /// <summary>Most rows say that they are true or false; they need no text of their own.</summary>
    private static string? TextOf(CsvReader csv, int index) =>
        index < 0 || csv.IsEmpty(index) ? null
        : csv.GetSpan(index).SequenceEqual("true"u8) ? "true"
        : csv.GetSpan(index).SequenceEqual("false"u8) ? "false"
        : csv.GetString(index);

    private static int IndexOf(IReadOnlyList<string> headers, string name)
    {
        for (var i = 0; i < headers.Count; i++)
        {
            if (headers[i].Equals(name, StringComparison.OrdinalIgnoreCase))
                return i;
        }
        return -1;
    }
}
