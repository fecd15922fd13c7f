using System.Runtime.CompilerServices;
using System.Text.Unicode;
using CsvHelper;
using SalesforcePS.Core.Errors;

namespace SalesforcePS.Core.Bulk.Import;

/// <summary>Reads the rows of a file from an address on. Cells and raw bytes are good until the next row is read.</summary>
internal sealed class InputRows : IDisposable
{
    /// <summary>More than Salesforce takes for a record by far (400,000 characters): such a row is a quote that was never closed.</summary>
    private const int LongestRow = 16 * 1024 * 1024;

    private readonly CsvReader csv;
    private readonly long start;
    private CsvMalformedReason? malformed;

    public InputRows(InputFile file, char? delimiter, long offset)
    {
        // The line break before the row keeps a cell that begins with U+FEFF from being taken for a mark.
        start = Math.Max(0, offset - 1);
        csv = CsvReader.Create(file.OpenAt(start), new CsvReaderOptions
        {
            Separator = delimiter,
            HasHeader = false,
            MaxRecordSize = LongestRow,
            BufferSize = 128 * 1024,
            OnMalformedRecord = record => malformed = record.Reason,
        });
    }

    public char Delimiter => csv.Separator;

    public int CellCount => csv.FieldCount;

    /// <summary>Where the row begins in the file.</summary>
    public long Offset => start + csv.ByteOffset;

    /// <summary>The row as the file has it, without its line break.</summary>
    public ReadOnlySpan<byte> Raw => csv.RawRecord;

    /// <summary>True where the row's last cell has a quote that is never closed.</summary>
    public bool IsUnclosed => malformed == CsvMalformedReason.UnterminatedQuote;

    public ReadOnlySpan<byte> Cell(int index) => csv.GetSpan(index);

    public string Text(int index) => csv.GetString(index);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool Read()
    {
        malformed = null;
        try
        {
            return csv.Read();
        }
        catch (CsvFormatException unreadable)
        {
            throw new ImportException(
                ImportProblem.File,
                $"The row at byte {Offset} of the file is longer than {LongestRow >> 20} MB: probably a quote before it is never closed. ({unreadable.Message})",
                unreadable);
        }
    }

    /// <summary>Why the row cannot be sent; null where it can.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public string? FindFault(int columns) => malformed switch
    {
        CsvMalformedReason.UnterminatedQuote => "INVALID_ROW: a cell begins with a quote that is never closed",
        CsvMalformedReason.TextAfterClosingQuote => "INVALID_ROW: a quoted cell has text behind its closing quote; a quote within a cell is written twice",
        _ when csv.FieldCount != columns => $"INVALID_ROW: the row has {csv.FieldCount} cells, the header has {columns}",
        _ when !Utf8.IsValid(csv.RawRecord) => "INVALID_ROW: the row is not UTF-8; say the file's encoding with -Encoding",
        _ => null,
    };

    /// <summary>The length of the row's first cells, as the file has them.</summary>
    public int LengthOf(int cells)
    {
        var length = cells - 1;
        for (var i = 0; i < cells; i++)
            length += csv.GetRawSpan(i).Length;
        return length;
    }

    public void Dispose() => csv.Dispose();
}
