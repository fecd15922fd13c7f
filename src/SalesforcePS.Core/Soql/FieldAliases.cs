namespace SalesforcePS.Core.Soql;

/// <summary>The aliases of a FROM clause. Salesforce answers with the real names, so the select list is read with them.</summary>
internal sealed class FieldAliases
{
    private readonly Dictionary<string, string> paths = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="path">The relationship path that the alias stands for, which may begin with another alias; empty for the object itself.</param>
    public void Add(string alias, string path) => paths[alias] = Resolve(path);

    public SelectItem Resolve(SelectItem item) => item switch
    {
        SelectedField field => field with { Path = Resolve(field.Path) },
        SelectedFunction { Argument: { } argument } function => function with { Argument = Resolve(argument) },
        SelectedTypeOf typeOf => typeOf with { Relationship = Resolve(typeOf.Relationship) },
        _ => item,
    };

    public string Resolve(string path)
    {
        var end = path.IndexOf('.', StringComparison.Ordinal);
        if (end < 0 || !paths.TryGetValue(path[..end], out var meant))
            return path;
        return meant.Length == 0 ? path[(end + 1)..] : $"{meant}.{path[(end + 1)..]}";
    }
}
