using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Records;
using SalesforcePS.Core.Schema;

namespace SalesforcePS.Core.Writing;

/// <summary>Holds a record against describe: what Salesforce would refuse, as far as describe tells. It sends nothing but describe calls.</summary>
internal sealed class RecordValidator(SchemaCache schema, WriteOptions options)
{
    /// <exception cref="RecordException">Salesforce would refuse the record; all that speaks against it is in the exception.</exception>
    public async ValueTask CheckAsync(EncodedRecord record, CancellationToken cancellation)
    {
        var description = schema.Find(record.ObjectType);
        // The org's objects tell whose an Id is.
        if (record.Fields.Any(field => ReferenceOf(field, description) is not null && RecordId.IsOf(field.Text, null)))
            await schema.GetObjectsAsync(cancellation).ConfigureAwait(false);
        if (Find(record) is { Count: > 0 } errors)
            throw RecordException.From(errors);
    }

    /// <summary>What speaks against the record by what the session knows of the org; costs no call.</summary>
    public IReadOnlyList<RecordError> Find(EncodedRecord record)
    {
        var description = schema.Find(record.ObjectType);
        List<RecordError> errors = [.. Errors(record, description)];
        foreach (var field in record.Fields)
        {
            if (ReferenceOf(field, description) is { } reference && FindWrongTarget(reference, field.Text) is { } error)
                errors.Add(error);
        }
        return errors;
    }

    private static FieldDescription? ReferenceOf(EncodedField field, ObjectDescription? description) =>
        field.Link is null && description?.FindField(field.Name) is { Type: FieldType.Reference } reference ? reference : null;

    private IEnumerable<RecordError> Errors(EncodedRecord record, ObjectDescription? description)
    {
        if (record.Id is { } id && !RecordId.IsOf(id, description?.KeyPrefix))
            yield return new("MALFORMED_ID", $"'{id}' is no Id of {(record.ObjectType.Length > 0 ? record.ObjectType : "a record")}.", ["Id"]);
        if (description is null || options.IsOfIdsAlone)
            yield break;
        if (options.ExternalIdField is { } key && description.FindField(key) is not { IdLookup: true })
            yield return new("INVALID_FIELD", $"'{key}' is no external id of {description.Name}.", [key]);
        foreach (var field in record.Fields.Where(field => field.Link is null))
        {
            if (FieldCheck.Find(description.FindField(field.Name)!, field, options) is { } error)
                yield return error;
        }
        if (Missing(record, description) is { Length: > 0 } missing)
            yield return new("REQUIRED_FIELD_MISSING", $"Required fields are missing: [{string.Join(", ", missing)}]", missing);
    }

    private string[] Missing(EncodedRecord record, ObjectDescription description)
    {
        if (options.Operation != RecordOperation.Insert)
            return [.. record.FieldsToNull.Where(name => description.FindField(name) is { Nillable: false, Updateable: true })];
        var given = record.Fields.Select(field => field.Link is { } link ? description.FindRelationship(link.Relationship)!.Name : field.Name);
        return [.. description.Fields
            .Where(field => field is { Createable: true, Nillable: false, DefaultedOnCreate: false })
            .Select(field => field.Name)
            .Except(given, StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>An Id of an object that the user does not see is left to Salesforce to judge.</summary>
    private RecordError? FindWrongTarget(FieldDescription reference, string id) =>
        RecordId.IsOf(id, null)
        && schema.FindKnownObjectOfId(id) is { } target
        && !reference.ReferenceTo.Contains(target, StringComparer.OrdinalIgnoreCase)
            ? new("FIELD_INTEGRITY_EXCEPTION", $"{reference.Label}: id value of incorrect type: {id} is of {target}", [reference.Name])
            : null;
}
