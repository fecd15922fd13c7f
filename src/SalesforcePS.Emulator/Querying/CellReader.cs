using Microsoft.Data.Sqlite;
using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Soql.Binding;
using static SQLitePCL.raw;

namespace SalesforcePS.Emulator.Querying;

/// <summary>
/// Reads the selected columns of the current row of a result. It asks SQLite itself, because the checks that
/// SqliteDataReader makes for every value cost more than the value.
/// </summary>
internal sealed class CellReader(IReadOnlyList<BoundExpression> columns, int extraCells)
{
    private readonly FieldType[] types = [.. columns.Select(column => column.Type)];

    /// <param name="reader">A result that stands on a row.</param>
    /// <param name="first">The ordinal of the first selected column.</param>
    public Cell[] Read(SqliteDataReader reader, int first)
    {
        var cells = new Cell[types.Length + extraCells];
        var row = reader.Handle!;
        for (var index = 0; index < types.Length; index++)
        {
            var ordinal = first + index;
            if (sqlite3_column_type(row, ordinal) == SQLITE_NULL)
                continue;
            cells[index] = types[index] switch
            {
                FieldType.Double or FieldType.Currency or FieldType.Percent => new Cell(sqlite3_column_double(row, ordinal)),
                FieldType.Boolean or FieldType.Int or FieldType.Long or FieldType.DateTime or FieldType.Time or FieldType.Base64 =>
                    new Cell(sqlite3_column_int64(row, ordinal)),
                _ => new Cell((object)sqlite3_column_text(row, ordinal).utf8_to_string()),
            };
        }
        return cells;
    }
}
