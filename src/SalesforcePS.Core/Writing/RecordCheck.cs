using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Schema;
using SalesforcePS.Core.Sessions;

namespace SalesforcePS.Core.Writing;

/// <summary>Foretells what Salesforce would refuse, as far as describe tells: a dry run, which sends nothing but describe calls.</summary>
public sealed class RecordCheck(SalesforceConnection connection, WriteOptions options)
{
    private readonly EncoderSource encoders = new(connection.Schema, options, connection.Time.LocalTimeZone);

    /// <summary>Null where nothing speaks against the record.</summary>
    public async Task<SalesforceException?> FindAsync(InputRecord record, CancellationToken cancellation = default)
    {
        try
        {
            var encoded = await encoders.EncodeAsync(record, cancellation).ConfigureAwait(false);
            var errors = Errors(encoded, connection.Schema.Find(encoded.ObjectType)).ToList();
            return errors.Count == 0 ? null : RecordException.From(errors);
        }
        catch (SalesforceException refused)
        {
            return refused;
        }
    }

    private IEnumerable<RecordError> Errors(EncodedRecord record, ObjectDescription? description)
    {
        if (record.Id is { } id && !IsId(id, description?.KeyPrefix))
            yield return new("MALFORMED_ID", $"'{id}' is no Id of {(record.ObjectType.Length > 0 ? record.ObjectType : "a record")}.", ["Id"]);
        if (description is null || options.Operation == RecordOperation.Delete)
            yield break;
        if (options.ExternalIdField is { } key && description.FindField(key) is not { IdLookup: true })
            yield return new("INVALID_FIELD", $"'{key}' is no external id of {description.Name}.", [key]);
        foreach (var field in record.Fields.Where(field => field.Link is null))
        {
            if (FieldCheck.Find(description.FindField(field.Name)!, field.Text, options) is { } error)
                yield return error;
        }
        if (Missing(record, description) is { Length: > 0 } missing)
            yield return new("REQUIRED_FIELD_MISSING", $"Required fields are missing: [{string.Join(", ", missing)}]", missing);
    }

    private string[] Missing(EncodedRecord record, ObjectDescription description)
    {
        var cleared = record.FieldsToNull.Where(name => description.FindField(name) is { Nillable: false, Updateable: true });
        if (options.Operation != RecordOperation.Insert)
            return [.. cleared];
        var given = record.Fields.Select(field => field.Link is { } link ? description.FindRelationship(link.Relationship)!.Name : field.Name);
        return [.. description.Fields
            .Where(field => field is { Createable: true, Nillable: false, DefaultedOnCreate: false })
            .Select(field => field.Name)
            .Except(given, StringComparer.OrdinalIgnoreCase)];
    }

    private static bool IsId(string text, string? keyPrefix) =>
        text.Length is 15 or 18 && text.All(char.IsAsciiLetterOrDigit) && (keyPrefix is null || text.StartsWith(keyPrefix, StringComparison.Ordinal));
}
