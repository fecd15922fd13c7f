using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Schema;

namespace SalesforcePS.Core.Retrieving;

/// <summary>Finds the fields of an object that are to be got, the Id first.</summary>
/// <param name="names">The fields beside the Id, in any case; null for all.</param>
internal sealed class FieldSelection(SchemaCache schema, IReadOnlyList<string>? names)
{
    private readonly HashSet<string> refreshed = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="SalesforceException">The object has no such field (<c>INVALID_FIELD</c>).</exception>
    public async ValueTask<IReadOnlyList<FieldDescription>> FindAsync(ObjectDescription description, CancellationToken cancellation)
    {
        // A field that is not known may have been added since the object was described. A misspelt one must not cost a call each time.
        if (names?.Any(name => description.FindField(name) is null) == true && refreshed.Add(description.Name))
            description = await schema.RefreshAsync(description.Name, cancellation).ConfigureAwait(false);
        var chosen = names?.Select(name => description.FindField(name) ?? throw Unknown(description, name)) ?? description.Fields;
        return [.. description.Fields.Where(IsId).Concat(chosen).DistinctBy(field => field.Name)];
    }

    private static bool IsId(FieldDescription field) => field.Type == FieldType.Id;

    private static SalesforceException Unknown(ObjectDescription description, string name) => new(
        name.Contains('.', StringComparison.Ordinal)
            ? $"'{name}' is a parent's field, which cannot be got by Id. Use Invoke-SfQuery."
            : $"No such column '{name}' on sobject of type {description.Name}. Get-SfField {description.Name} lists its fields.")
    {
        ErrorCode = "INVALID_FIELD",
        Fields = [name],
    };
}
