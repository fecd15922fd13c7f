using System.Globalization;
using System.Text;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Schema;

namespace SalesforcePS.Core.Search;

/// <summary>Writes the SOSL of a search. Names of objects and fields are held against describe, so nothing else comes into the text.</summary>
internal sealed class SoslBuilder(SchemaCache schema)
{
    public async ValueTask<string> BuildAsync(SearchOptions options, CancellationToken cancellation)
    {
        var sosl = new StringBuilder($"FIND {{{SoslText.Escape(options.Text)}}} IN {options.Scope.ToString().ToUpperInvariant()} FIELDS");
        var returning = new List<string>();
        foreach (var objectType in options.ObjectTypes)
        {
            var description = await schema.GetAsync(objectType, cancellation).ConfigureAwait(false);
            returning.Add($"{description.Name}({string.Join(", ", FieldsOf(description, options))})");
        }
        if (returning.Count > 0)
            sosl.Append(" RETURNING ").AppendJoin(", ", returning);
        if (options.Limit is { } limit)
            sosl.Append(CultureInfo.InvariantCulture, $" LIMIT {limit}");
        return sosl.ToString();
    }

    private static IEnumerable<string> FieldsOf(ObjectDescription description, SearchOptions options)
    {
        var chosen = options.Fields.Count > 0
            ? options.Fields.Select(name => description.FindField(name)?.Name ?? throw Unknown(description, name))
            : description.Fields.Where(field => field.NameField).Select(field => field.Name);
        return chosen.Prepend("Id").Distinct(StringComparer.OrdinalIgnoreCase);
    }

    private static SalesforceException Unknown(ObjectDescription description, string name) =>
        new($"No such column '{name}' on sobject of type {description.Name}. Fields that differ from object to object, and those of parents, can be given with -Query.")
        {
            ErrorCode = "INVALID_FIELD",
            Fields = [name],
        };
}
