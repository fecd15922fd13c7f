using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Schema;

namespace SalesforcePS.Core.Writing;

/// <summary>Encodes records by their object's description; an unknown field is looked for once more in a fresh one before it is refused.</summary>
internal sealed class EncoderSource(SchemaCache schema, WriteOptions options, TimeZoneInfo zone)
{
    private readonly FieldValueEncoder values = new(zone);
    private readonly RecordValidator? validator = options.Validate ? new(schema, options) : null;
    private readonly Dictionary<string, SalesforceException> undescribed = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, RecordEncoder> encoders = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> refreshed = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="SalesforceException">The record cannot be sent, or its object is not known.</exception>
    public async ValueTask<EncodedRecord> EncodeAsync(InputRecord record, CancellationToken cancellation)
    {
        var encoded = await FindFormAsync(record, cancellation).ConfigureAwait(false);
        if (validator is not null)
            await validator.CheckAsync(encoded, cancellation).ConfigureAwait(false);
        return encoded;
    }

    private async ValueTask<EncodedRecord> FindFormAsync(InputRecord record, CancellationToken cancellation)
    {
        if (options.IsOfIdsAlone)
            return EncodeId(record);
        if (record.ObjectType.Length == 0)
            throw RecordException.From("MISSING_ARGUMENT", "It is not said which object the record belongs to. Give -ObjectType.");
        var encoder = await FindEncoderAsync(record.ObjectType, cancellation).ConfigureAwait(false);
        try
        {
            return encoder.Encode(record);
        }
        catch (RecordException unknown) when (unknown.ErrorCode == "INVALID_FIELD" && refreshed.Add(record.ObjectType))
        {
            var description = await schema.RefreshAsync(record.ObjectType, cancellation).ConfigureAwait(false);
            return (encoders[record.ObjectType] = new RecordEncoder(description, options, values)).Encode(record);
        }
    }

    /// <summary>What cannot be described is asked for once: a misspelt object must not cost an API call per record.</summary>
    private async ValueTask<RecordEncoder> FindEncoderAsync(string objectType, CancellationToken cancellation)
    {
        if (encoders.TryGetValue(objectType, out var known))
            return known;
        if (undescribed.TryGetValue(objectType, out var refused))
            throw refused;
        if (schema.Find(objectType) is null)
            refreshed.Add(objectType);
        try
        {
            var description = await schema.GetAsync(objectType, cancellation).ConfigureAwait(false);
            return encoders[objectType] = new RecordEncoder(description, options, values);
        }
        catch (SalesforceException exception)
        {
            undescribed[objectType] = exception;
            throw;
        }
    }

    /// <exception cref="RecordException">There is no Id, or it is no text that can be sent.</exception>
    public static EncodedRecord EncodeId(InputRecord record)
    {
        var id = record.Fields.FirstOrDefault(field => field.Key.Equals("Id", StringComparison.OrdinalIgnoreCase)).Value?.ToString();
        return string.IsNullOrEmpty(id)
            ? throw RecordException.From("MISSING_ARGUMENT", "There is no Id, by which the record is known.", "Id")
            : new EncodedRecord(record, record.ObjectType, XmlText.Check("Id", id), [], []);
    }
}
