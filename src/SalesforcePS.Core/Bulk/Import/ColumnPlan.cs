using System.Text;
using SalesforcePS.Core.Errors;

namespace SalesforcePS.Core.Bulk.Import;

/// <summary>Decides which columns of the file are sent as which fields, and refuses what cannot work before there is a job.</summary>
internal sealed class ColumnPlan(IReadOnlyList<string> headers, ImportOptions options, FieldCheck check)
{
    private readonly Dictionary<string, string> sourceOfField = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<UploadColumn> columns = [];

    /// <exception cref="ImportException">A column or a field is unknown, written twice, not writable, or missing.</exception>
    public async Task<IReadOnlyList<UploadColumn>> BuildAsync(CancellationToken cancellation)
    {
        if (options.Mapping is { } mapping)
        {
            foreach (var (source, field) in mapping.Pairs)
                await AddAsync(source, field, cancellation).ConfigureAwait(false);
        }
        else
        {
            for (var i = 0; i < headers.Count; i++)
                await AddAsync(i, $"column '{headers[i]}'", headers[i].Trim(), cancellation).ConfigureAwait(false);
        }
        RequireKey();
        return columns;
    }

    private Task AddAsync(string source, string field, CancellationToken cancellation) =>
        ImportMapping.ConstantOf(source) is { } constant
            ? AddAsync(-1, $"constant {source}", field, cancellation, constant)
            : AddAsync(IndexOf(source), $"column '{source}'", field, cancellation);

    private async Task AddAsync(int source, string label, string field, CancellationToken cancellation, string? constant = null)
    {
        if (field.Length == 0)
            throw Invalid($"Column {source + 1} of '{options.Path}' has no name. Name it, or say with -Mapping which columns are sent.");
        if (IsLeftOut(field))
            return;
        var name = await check.ResolveAsync(label, field, cancellation).ConfigureAwait(false);
        if (!sourceOfField.TryAdd(name, label))
            throw Invalid($"The {label} and the {sourceOfField[name]} both go into the field '{name}'. Map one of them only (-Mapping).");
        columns.Add(new UploadColumn(name, source, constant is null ? null : Encoding.UTF8.GetBytes(constant), name.Equals(check.Key, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>A delete takes Ids alone; in an upsert by external id an Id besides is an error to Salesforce.</summary>
    private bool IsLeftOut(string field)
    {
        var isId = field.Equals("Id", StringComparison.OrdinalIgnoreCase);
        return check.IsDelete ? !isId : isId && check.IsKeyedByExternalId;
    }

    private int IndexOf(string source)
    {
        var found = Enumerable.Range(0, headers.Count).Where(i => headers[i].Trim().Equals(source, StringComparison.OrdinalIgnoreCase)).ToList();
        return found.Count switch
        {
            1 => found[0],
            0 => throw Invalid($"The mapping names the column '{source}', which '{options.Path}' does not have. Its columns are: {string.Join(", ", headers)}."),
            _ => throw Invalid($"The mapping names the column '{source}', which '{options.Path}' has {found.Count} times. Give the columns different names."),
        };
    }

    private void RequireKey()
    {
        if (check.Key is { } key && !sourceOfField.ContainsKey(key))
            throw Invalid($"'{options.Path}' has no column for '{key}', by which the records are found. Name a column so, or map one to it: -Mapping @{{ '<column>' = '{key}' }}.");
        if (columns.Count == 0)
            throw Invalid("The mapping sends no column at all.");
    }

    private static ImportException Invalid(string message) => new(ImportProblem.Column, message);
}
