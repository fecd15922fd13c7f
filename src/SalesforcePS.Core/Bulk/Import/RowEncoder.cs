using System.Runtime.CompilerServices;

namespace SalesforcePS.Core.Bulk.Import;

/// <summary>Writes a row of the file as a row of the upload: the mapped cells, as they are.</summary>
internal sealed class RowEncoder(IReadOnlyList<UploadColumn> columns, bool clearBlank)
{
    private readonly RowBuffer buffer = new();

    /// <summary>Good until the next row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ReadOnlySpan<byte> Encode(InputRows row)
    {
        buffer.Clear();
        for (var i = 0; i < columns.Count; i++)
        {
            if (i > 0)
                buffer.Write((byte)',');
            var column = columns[i];
            var cell = column.Constant is null ? row.Cell(column.Source) : column.Constant;
            if (!cell.IsEmpty)
                BulkCsv.WriteCell(buffer, cell);
            else if (clearBlank && !column.IsKey)
                buffer.Write("#N/A"u8);
        }
        // A line of nothing would be no row at all.
        buffer.Write(buffer.Length == 0 ? "\"\"\n"u8 : "\n"u8);
        return buffer.Written;
    }
}
