using CsvHelper;
using SalesforcePS.Core.Errors;

namespace SalesforcePS.Core.Bulk;

/// <summary>Rows that were uploaded or came back, each with its cells in their order; a cell is null where it is empty.</summary>
internal sealed record RowTable(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<KeyValuePair<string, string?>>> Rows)
{
    /// <summary>Reads CSV to its end.</summary>
    public static async Task<RowTable> ReadCsvAsync(Stream stream, CancellationToken cancellation)
    {
        try
        {
            using var csv = CsvReader.Create(stream, new CsvReaderOptions { Separator = ',' }, leaveOpen: true);
            await csv.ReadHeaderAsync(cancellation).ConfigureAwait(false);
            var columns = csv.Headers;
            var rows = new List<IReadOnlyList<KeyValuePair<string, string?>>>();
            while (await csv.ReadAsync(cancellation).ConfigureAwait(false))
            {
                var cells = new KeyValuePair<string, string?>[columns.Count];
                for (var i = 0; i < cells.Length; i++)
                    cells[i] = new(columns[i], csv.IsEmpty(i) ? null : csv.GetString(i));
                rows.Add(cells);
            }
            return new RowTable(columns, rows);
        }
        catch (CsvFormatException malformed)
        {
            throw new ProtocolException($"The rows of a bulk job could not be read: {malformed.Message}", malformed);
        }
    }
}
