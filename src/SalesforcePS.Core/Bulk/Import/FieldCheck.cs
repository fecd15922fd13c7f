using SalesforcePS.Core.Bulk.Ingest;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Schema;
using SalesforcePS.Core.Writing;

namespace SalesforcePS.Core.Bulk.Import;

/// <summary>Holds the fields of an import against describe.</summary>
internal sealed class FieldCheck(SchemaCache schema, ImportOptions options)
{
    private ObjectDescription? description;

    public bool IsDelete => options.Write.Operation == RecordOperation.Delete;

    public bool IsKeyedByExternalId => options.Write.Operation == RecordOperation.Upsert && !options.Write.IsKeyedById;

    /// <summary>The field by which the org finds the records; null for an insert.</summary>
    public string? Key => options.Write.Operation switch
    {
        RecordOperation.Insert => null,
        RecordOperation.Upsert => options.Write.ExternalIdField ?? "Id",
        _ => "Id",
    };

    /// <summary>The name for Bulk's header.</summary>
    /// <exception cref="ImportException">The field is unknown or cannot be written.</exception>
    public async Task<string> ResolveAsync(string label, string field, CancellationToken cancellation)
    {
        description ??= await schema.GetAsync(options.ObjectType, cancellation).ConfigureAwait(false);
        if (field.Contains('.', StringComparison.Ordinal))
            return await ResolveLinkAsync(label, field, cancellation).ConfigureAwait(false);
        // The field may be newer than what is remembered of the object.
        if (description.FindField(field) is null)
            description = await schema.RefreshAsync(options.ObjectType, cancellation).ConfigureAwait(false);
        var known = description.FindField(field)
            ?? throw Invalid($"The {label} is for a field '{field}' that {description.Name} does not have.{Hint(field)} Correct the name, or say with -Mapping which columns are sent.");
        if (!IsWritable(known))
            throw Invalid($"The {label} is for the field '{known.Name}' of {description.Name}, which cannot be written in this operation. Leave it out with -Mapping.");
        return known.Name;
    }

    /// <summary>The external id itself must be one by which records are found.</summary>
    public async Task CheckKeyAsync(CancellationToken cancellation)
    {
        description ??= await schema.GetAsync(options.ObjectType, cancellation).ConfigureAwait(false);
        if (!IsKeyedByExternalId)
            return;
        var key = description.FindField(Key!)
            ?? throw Invalid($"{description.Name} has no field '{Key}' to be the external id.{Hint(Key!)}");
        if (!key.ExternalId && !key.IdLookup)
            throw Invalid($"The field '{key.Name}' of {description.Name} is no external id: records cannot be found by it.");
    }

    private async Task<string> ResolveLinkAsync(string label, string path, CancellationToken cancellation)
    {
        try
        {
            var (link, field, _) = LinkResolver.Resolve(description!, path);
            var parent = await schema.GetAsync(link.ObjectType, cancellation).ConfigureAwait(false);
            var key = parent.FindField(field)
                ?? throw Invalid($"The {label} is for '{path}', but {parent.Name} has no field '{field}'.");
            if (!key.ExternalId && !key.IdLookup)
                throw Invalid($"The {label} is for '{path}', but '{key.Name}' of {parent.Name} is no external id: a parent cannot be found by it.");
            return RecordColumns.LinkName(link, key.Name);
        }
        catch (RecordException wrong)
        {
            throw Invalid($"The {label} cannot be sent. {wrong.Errors[0].Message}");
        }
    }

    private bool IsWritable(FieldDescription field) =>
        field.Name.Equals(Key, StringComparison.OrdinalIgnoreCase) || options.Write.Operation switch
        {
            RecordOperation.Insert => field.Createable,
            RecordOperation.Update => field.Updateable,
            _ => field.Createable || field.Updateable,
        };

    /// <summary>What was probably meant: the label of a field in place of its name.</summary>
    private string Hint(string wrong) =>
        description!.Fields.FirstOrDefault(field => field.Label.Equals(wrong, StringComparison.OrdinalIgnoreCase)
            || field.Name.Equals(wrong.Replace(" ", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase)
            || field.Name.Equals(wrong.Replace(" ", "_", StringComparison.Ordinal) + "__c", StringComparison.OrdinalIgnoreCase)) is { } meant
            ? $" Did you mean '{meant.Name}'?"
            : "";

    private static ImportException Invalid(string message) => new(ImportProblem.Column, message);
}
