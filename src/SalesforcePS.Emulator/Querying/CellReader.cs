using Microsoft.Data.Sqlite;
using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Soql.Binding;

namespace SalesforcePS.Emulator.Querying;

/// <summary>Reads the selected columns of the current row of a result.</summary>
internal sealed class CellReader(IReadOnlyList<BoundExpression> columns, int extraCells)
{
    private readonly FieldType[] types = [.. columns.Select(column => column.Type)];

    /// <param name="reader">A result that stands on a row.</param>
    /// <param name="first">The ordinal of the first selected column.</param>
    public Cell[] Read(SqliteDataReader reader, int first)
    {
        var cells = new Cell[types.Length + extraCells];
        for (var index = 0; index < types.Length; index++)
        {
            if (!reader.IsDBNull(first + index))
                cells[index] = Read(reader, first + index, types[index]);
        }
        return cells;
    }

    private static Cell Read(SqliteDataReader reader, int ordinal, FieldType type) => type switch
    {
        FieldType.Double or FieldType.Currency or FieldType.Percent => new Cell(reader.GetDouble(ordinal)),
        FieldType.Boolean or FieldType.Int or FieldType.Long or FieldType.DateTime or FieldType.Time or FieldType.Base64 =>
            new Cell(reader.GetInt64(ordinal)),
        _ => new Cell((object)reader.GetString(ordinal)),
    };
}
