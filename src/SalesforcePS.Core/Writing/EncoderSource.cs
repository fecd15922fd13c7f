using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Schema;

namespace SalesforcePS.Core.Writing;

/// <summary>Encodes records by their object's description; an unknown field is looked for once more in a fresh one before it is refused.</summary>
internal sealed class EncoderSource(SchemaCache schema, WriteOptions options)
{
    private readonly Dictionary<string, RecordEncoder> encoders = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> refreshed = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="SalesforceException">The record cannot be sent, or its object is not known.</exception>
    public async ValueTask<EncodedRecord> EncodeAsync(InputRecord record, CancellationToken cancellation)
    {
        if (options.Operation == RecordOperation.Delete)
            return EncodeDelete(record);
        if (record.ObjectType.Length == 0)
            throw RecordException.From("MISSING_ARGUMENT", "It is not said which object the record belongs to. Give -ObjectType.");
        if (!encoders.TryGetValue(record.ObjectType, out var encoder))
        {
            var wasKnown = schema.Find(record.ObjectType) is not null;
            encoder = new RecordEncoder(await schema.GetAsync(record.ObjectType, cancellation).ConfigureAwait(false), options);
            encoders[record.ObjectType] = encoder;
            if (!wasKnown)
                refreshed.Add(record.ObjectType);
        }
        try
        {
            return encoder.Encode(record);
        }
        catch (RecordException unknown) when (unknown.ErrorCode == "INVALID_FIELD" && refreshed.Add(record.ObjectType))
        {
            var description = await schema.RefreshAsync(record.ObjectType, cancellation).ConfigureAwait(false);
            return (encoders[record.ObjectType] = new RecordEncoder(description, options)).Encode(record);
        }
    }

    private static EncodedRecord EncodeDelete(InputRecord record)
    {
        var id = record.Fields.FirstOrDefault(field => field.Key.Equals("Id", StringComparison.OrdinalIgnoreCase)).Value?.ToString();
        return string.IsNullOrEmpty(id)
            ? throw RecordException.From("MISSING_ARGUMENT", "There is no Id to delete by.", "Id")
            : new EncodedRecord(record, record.ObjectType, XmlText.Check("Id", id), [], []);
    }
}
