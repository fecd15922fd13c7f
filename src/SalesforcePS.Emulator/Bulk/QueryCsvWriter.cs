using System.Buffers.Text;
using SalesforcePS.Emulator.Http;
using SalesforcePS.Emulator.Querying;
using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Soql.Binding;
using SalesforcePS.Emulator.Storage;

namespace SalesforcePS.Emulator.Bulk;

/// <summary>Writes rows of a query as CSV, from SQLite's own bytes: nothing is made into an object on the way.</summary>
internal sealed class QueryCsvWriter
{
    private const int FirstColumn = 1;

    private readonly string[] names;
    private readonly (int Ordinal, FieldType Type)[] columns;
    private readonly byte delimiter;
    private readonly LineEnding lineEnding;

    public QueryCsvWriter(IReadOnlyList<SelectedItem> items, ColumnDelimiter delimiter, LineEnding lineEnding)
    {
        names = [.. items.Select(item => item.Path)];
        columns = [.. items.Select(item => (FieldItem)item.Item).Select(item => (FirstColumn + item.Column, item.Type))];
        this.delimiter = (byte)CsvDialect.Character(delimiter);
        this.lineEnding = lineEnding;
    }

    public void WriteHeader(PooledStream output)
    {
        for (var index = 0; index < names.Length; index++)
        {
            if (index > 0)
                CsvText.Append(output, delimiter);
            CsvText.Append(output, names[index]);
        }

        CsvText.AppendLineEnding(output, lineEnding);
    }

    /// <summary>The row on which the statement stands.</summary>
    public void WriteRow(PooledStream output, NativeColumns row)
    {
        for (var index = 0; index < columns.Length; index++)
        {
            if (index > 0)
                CsvText.Append(output, delimiter);
            WriteValue(output, row, columns[index].Ordinal, columns[index].Type);
        }

        CsvText.AppendLineEnding(output, lineEnding);
    }

    private static void WriteValue(PooledStream output, NativeColumns row, int ordinal, FieldType type)
    {
        // Of a text SQLite gives the bytes, and none where it is null.
        if (IsText(type) || row.IsNull(ordinal))
        {
            CsvText.Append(output, row.Text(ordinal));
            return;
        }

        Span<byte> text = stackalloc byte[DoubleText.MaximumLength];
        switch (type)
        {
            case FieldType.Boolean:
                CsvText.Append(output, row.Integer(ordinal) != 0 ? "true"u8 : "false"u8);
                break;
            case FieldType.Int or FieldType.Long:
                Utf8Formatter.TryFormat(row.Integer(ordinal), text, out var length);
                CsvText.Append(output, text[..length]);
                break;
            case FieldType.Double or FieldType.Currency or FieldType.Percent:
                CsvText.Append(output, text[..DoubleText.Format(row.Double(ordinal), text)]);
                break;
            case FieldType.DateTime:
                CsvText.Append(output, text[..MomentText.FormatZulu(row.Integer(ordinal), text)]);
                break;
            default:
                CsvText.Append(output, text[..MomentText.FormatTime(row.Integer(ordinal), text)]);
                break;
        }
    }

    private static bool IsText(FieldType type) => type is not (FieldType.Boolean or FieldType.Int or FieldType.Long
        or FieldType.Double or FieldType.Currency or FieldType.Percent or FieldType.DateTime or FieldType.Time);
}
