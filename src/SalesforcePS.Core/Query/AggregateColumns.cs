using SalesforcePS.Core.Soql;

namespace SalesforcePS.Core.Query;

/// <summary>What stands behind each column of an aggregate query.</summary>
internal static class AggregateColumns
{
    /// <summary>Alias, <c>expr0</c>, <c>expr1</c>, ... or the last part of a path, to the select list's entry.</summary>
    public static Dictionary<string, SelectItem> SourcesOf(SelectStatement select)
    {
        var sources = new Dictionary<string, SelectItem>(StringComparer.OrdinalIgnoreCase);
        var unnamed = 0;
        foreach (var item in select.Items)
        {
            switch (item)
            {
                case SelectedField field:
                    sources[field.Alias ?? field.Path[(field.Path.LastIndexOf('.') + 1)..]] = item;
                    break;
                case SelectedFunction function:
                    sources[function.Alias ?? $"expr{unnamed++}"] = item;
                    break;
            }
        }
        return sources;
    }
}
