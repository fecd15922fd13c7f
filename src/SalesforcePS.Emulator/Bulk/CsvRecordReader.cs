using CsvHelper;
using SalesforcePS.Emulator.Records;
using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Bulk;

/// <summary>The rows of a CSV upload as records. An empty value leaves its field alone, #N/A clears it.</summary>
internal sealed class CsvRecordReader : IDisposable
{
    private readonly CsvReader reader;
    private readonly SObjectType type;
    private readonly CsvColumn[] columns;
    private bool isMalformed;

    /// <param name="content">The upload, from its start.</param>
    /// <param name="start">Its first bytes.</param>
    /// <param name="job">The job that it belongs to.</param>
    /// <param name="schema">The org's.</param>
    /// <exception cref="BulkException">The header is wrong.</exception>
    public CsvRecordReader(Stream content, CsvStart start, BulkJob job, OrgSchema schema)
    {
        reader = CsvReader.Create(content, CsvDialect.Reader(job.ColumnDelimiter, _ => isMalformed = true));
        type = schema.Find(job.Object)!;
        try
        {
            columns = new CsvHeader(schema, type, job.Operation).Read([.. reader.Headers], start.HasByteOrderMark);
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    public IEnumerable<BulkRow> Rows()
    {
        isMalformed = false;
        while (reader.Read())
        {
            yield return isMalformed || reader.FieldCount != columns.Length ? Refused() : new BulkRow(Record(), null);
            isMalformed = false;
        }
    }

    public void Dispose() => reader.Dispose();

    private BulkRow Refused() => new(null, isMalformed ? RowErrors.Quote() : RowErrors.FieldCount());

    private RecordInput Record()
    {
        string? id = null;
        var fields = new List<FieldInput>(columns.Length);
        for (var index = 0; index < columns.Length; index++)
        {
            var span = reader.GetSpan(index);
            if (span.IsEmpty)
                continue;
            var column = columns[index];
            var value = span.SequenceEqual("#N/A"u8) ? null : reader.GetString(index);
            if (column.IsId)
                id = value;
            else if (column.Key is null || value is null)
                fields.Add(new FieldInput(FieldToClear(column), value));
            else
                fields.Add(new FieldInput(column.Name, new ForeignKey(column.Type, column.Key, value)));
        }

        return new RecordInput(type.Name, id, fields);
    }

    /// <summary>A parent that is cleared has no key: the reference itself is cleared.</summary>
    private string FieldToClear(CsvColumn column) =>
        column.Key is null ? column.Name : type.FindRelationship(column.Name)!.Name;
}
