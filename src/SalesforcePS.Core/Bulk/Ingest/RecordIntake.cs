using System.Threading.Channels;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Sessions;
using SalesforcePS.Core.Writing;

namespace SalesforcePS.Core.Bulk.Ingest;

/// <summary>Encodes records and gathers them into batches, one object's apart from another's. A record that cannot be sent has its outcome at once.</summary>
internal sealed class RecordIntake(
    SalesforceConnection connection, WriteOptions options, UploadLimits limits, ChannelWriter<RecordOutcome> outcomes) : IDisposable
{
    private readonly EncoderSource encoders = new(connection.Schema, options, connection.Time.LocalTimeZone);
    private readonly Dictionary<string, RecordBatchBuilder> builders = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes a record; returns a batch that is complete, if this record does not go into it any more.</summary>
    public async ValueTask<RecordBatch?> AddAsync(InputRecord record, CancellationToken cancellation)
    {
        try
        {
            var encoded = await encoders.EncodeAsync(record, cancellation).ConfigureAwait(false);
            RefuseTextOfNull(encoded);
            var objectType = await ObjectTypeOfAsync(encoded, cancellation).ConfigureAwait(false);
            if (encoded is { Id: null, Fields: [], FieldsToNull: [] })
                encoded = encoded with { Fields = [await FindColumnAsync(objectType, cancellation).ConfigureAwait(false)] };
            if (!builders.TryGetValue(objectType, out var builder))
                builders[objectType] = builder = new RecordBatchBuilder(objectType, limits);
            return builder.Add(encoded);
        }
        catch (SalesforceException refused)
        {
            await outcomes.WriteAsync(new RecordOutcome(record) { Error = refused }, cancellation).ConfigureAwait(false);
            return null;
        }
    }

    /// <summary>The batches that are not complete; the next record begins new ones.</summary>
    public IEnumerable<RecordBatch> TakeRest() => builders.Values.Select(builder => builder.Take()).OfType<RecordBatch>();

    /// <summary>Bulk has no way to say the text that it clears fields by.</summary>
    private static void RefuseTextOfNull(EncodedRecord record)
    {
        if (record.Fields.FirstOrDefault(field => field.Text == BulkCsv.Null) is { } field)
            throw RecordException.From(
                "INVALID_VALUE", $"The property '{field.Name}' is the text '{BulkCsv.Null}', by which Bulk clears a field. Send it by SOAP or REST, or give null to clear the field.", field.Name);
    }

    /// <summary>CSV has no rows without columns: a record without values is an empty cell, which sets nothing.</summary>
    private async ValueTask<EncodedField> FindColumnAsync(string objectType, CancellationToken cancellation)
    {
        var description = await connection.Schema.GetAsync(objectType, cancellation).ConfigureAwait(false);
        var field = description.Fields.FirstOrDefault(field => field.Createable) ?? description.Fields[0];
        return new EncodedField(field.Name, field.Type, "");
    }

    /// <summary>A job is for one object, which a delete by a bare Id does not name.</summary>
    private async ValueTask<string> ObjectTypeOfAsync(EncodedRecord record, CancellationToken cancellation) =>
        record.ObjectType.Length > 0
            ? record.ObjectType
            : await connection.Schema.FindObjectOfIdAsync(record.Id!, cancellation).ConfigureAwait(false)
                ?? throw RecordException.From("MALFORMED_ID", $"'{record.Id}' begins with no object's key prefix.", "Id");

    public void Dispose()
    {
        foreach (var builder in builders.Values)
            builder.Dispose();
    }
}
