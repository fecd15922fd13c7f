using SalesforcePS.Emulator.Bulk;
using SalesforcePS.Emulator.Records;
using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Bulk1;

/// <summary>The records of a batch, whichever of the content types it has.</summary>
internal sealed class BatchRows(OrgSchema schema, BulkJob job)
{
    /// <summary>Bulk API Developer Guide, Bulk API limits.</summary>
    public const int MostRecords = 10_000;

    private readonly SObjectType type = schema.Find(job.Object)!;
    private readonly AsyncContentType contentType = AsyncContentType.Find(job.ContentType)!;

    /// <exception cref="BulkException">The batch fails as a whole.</exception>
    public IReadOnlyList<BulkRow> Read(byte[] content)
    {
        if (!contentType.IsZip)
            return ReadRecords(content);
        using var zip = ZipBatch.Open(new MemoryStream(content, writable: false));
        return [.. ReadRecords(zip.ReadRequest()).Select(row => row.Input is null ? row : row with { Input = zip.Fill(row.Input, type) })];
    }

    private List<BulkRow> ReadRecords(byte[] content)
    {
        if (contentType.Records == AsyncContentType.Csv)
            return Limited(ReadCsv(content));
        var records = contentType.Records == AsyncContentType.Xml
            ? XmlBatchReader.Read(new MemoryStream(content, writable: false), type.Name)
            : JsonBatchReader.Read(content, type.Name);
        var names = records.SelectMany(ColumnNames).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        new CsvHeader(schema, type, job.Operation).Read(names, hasByteOrderMark: false);
        return Limited(records.Select(record => new BulkRow(record, null)));
    }

    private IEnumerable<BulkRow> ReadCsv(byte[] content)
    {
        using var stream = new MemoryStream(content, writable: false);
        var start = CsvStart.Read(stream);
        stream.Position = 0;
        if (job.RequestedLineEnding is { } requested && start.LineEnding is { } found && found != requested)
            throw new BulkException(BulkException.ClientInputError, $"LineEnding is invalid on user data. Current LineEnding setting is {requested}");
        using var reader = new CsvRecordReader(stream, start, job, schema);
        foreach (var row in reader.Rows())
            yield return row;
    }

    /// <summary>A field of an XML or JSON record under the name that its column would have in CSV.</summary>
    private static IEnumerable<string> ColumnNames(RecordInput record) =>
        record.Fields.Select(field => field.Value is ForeignKey key
            ? $"{(key.Type is null ? "" : key.Type + ":")}{field.Name}.{key.Field}"
            : field.Name);

    private static List<BulkRow> Limited(IEnumerable<BulkRow> rows)
    {
        var limited = rows.Take(MostRecords + 1).ToList();
        return limited.Count <= MostRecords ? limited : throw new BulkException(
            BulkException.InvalidBatch, FormattableString.Invariant($"Maximum number of records in a batch exceeded: {MostRecords}"));
    }
}
