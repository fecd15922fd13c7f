using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Schema;

namespace SalesforcePS.Core.Writing;

/// <summary>
/// Brings a record into the form of the wire by the object's description: the null and blank rules, links by external id, and what a
/// queried record has but cannot be written.
/// </summary>
internal sealed class RecordEncoder(ObjectDescription description, WriteOptions options, FieldValueEncoder values)
{
    /// <exception cref="RecordException">The record cannot be sent: an unknown field, a value that no field takes, a missing key.</exception>
    public EncodedRecord Encode(InputRecord record)
    {
        string? id = null;
        var fields = new List<EncodedField>(record.Fields.Count);
        var fieldsToNull = new List<string>();
        foreach (var (name, value) in record.Fields)
        {
            if (name.Equals("Id", StringComparison.OrdinalIgnoreCase))
                id = values.Encode("Id", FieldType.Id, value);
            else if (name.Contains('.', StringComparison.Ordinal))
                AddLink(record, name, value, fields, fieldsToNull);
            else if (Find(record, name) is { } field)
                Add(new EncodedField(field.Name, field.Type, values.Encode(field.Name, field.Type, value)), field.Name, value, fields, fieldsToNull);
        }
        var encoded = new EncodedRecord(record, description.Name, KeepId(record, id), fields, fieldsToNull);
        Check(encoded);
        return encoded;
    }

    private void Add(EncodedField field, string nullName, object? value, List<EncodedField> fields, List<string> fieldsToNull)
    {
        if (field.Text.Length > 0)
            fields.Add(field);
        else if (value is null || options.ClearBlank)
            fieldsToNull.Add(nullName);
    }

    private void AddLink(InputRecord record, string path, object? value, List<EncodedField> fields, List<string> fieldsToNull)
    {
        if (record.IsQueried && !IsUsefulLink(record, path))
            return;
        var (link, field, reference) = LinkResolver.Resolve(description, path);
        Add(new EncodedField(field, FieldType.Unknown, values.Encode(path, FieldType.Unknown, value), link), reference, value, fields, fieldsToNull);
    }

    /// <summary>A queried parent path says what the parent is called, and is a link only where the parent's Id is not there too.</summary>
    private bool IsUsefulLink(InputRecord record, string path) =>
        path.Split('.') is [var relationship, var field]
        && field.EndsWith("__c", StringComparison.OrdinalIgnoreCase)
        && description.FindRelationship(relationship) is { } reference
        && !record.Fields.Any(other => other.Key.Equals(reference.Name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Null where the name is to be left out.</summary>
    private FieldDescription? Find(InputRecord record, string name)
    {
        var field = description.FindField(name);
        if (record.IsQueried)
            return field is not null && (IsKey(field) || (options.Operation == RecordOperation.Insert ? field.Createable : field.Updateable)) ? field : null;
        return field ?? throw RecordException.From(
            "INVALID_FIELD", $"No such column '{name}' on sobject of type {description.Name}. Correct the property's name, or leave the property out with Select-Object.", name);
    }

    /// <summary>An insert of a queried record makes a copy; in an upsert the external id decides, and an Id beside it is an error to Salesforce.</summary>
    private string? KeepId(InputRecord record, string? id) =>
        string.IsNullOrEmpty(id) || (options.Operation == RecordOperation.Insert && record.IsQueried) || IsKeyedByExternalId ? null : id;

    private bool IsKeyedByExternalId => options.Operation == RecordOperation.Upsert && !options.IsKeyedById;

    /// <summary>An auto-number can be an external id, though nobody may write it.</summary>
    private bool IsKey(FieldDescription field) =>
        IsKeyedByExternalId && field.Name.Equals(options.ExternalIdField, StringComparison.OrdinalIgnoreCase);

    private void Check(EncodedRecord encoded)
    {
        if (IsKeyedByExternalId && encoded.TextOf(options.ExternalIdField!) is null)
            throw RecordException.From(
                "MISSING_ARGUMENT", $"The record has no value for its external id '{options.ExternalIdField}'.", options.ExternalIdField!);
        if (options.Operation is RecordOperation.Update && encoded.Id is null)
            throw RecordException.From("MISSING_ARGUMENT", "The record has no Id. Give it one, or name the external id with -ExternalIdField.", "Id");
    }
}
