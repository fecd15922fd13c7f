using SalesforcePS.Core.Soql;

namespace SalesforcePS.Core.Query;

/// <summary>Which field stands behind a column of an aggregate query, where the column has that field's type.</summary>
internal static class AggregateColumns
{
    /// <summary>Alias, <c>expr0</c>, <c>expr1</c>, ... or the last part of a path, to the field's path.</summary>
    public static Dictionary<string, string> SourcesOf(SelectStatement select)
    {
        var sources = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var unnamed = 0;
        foreach (var item in select.Items)
        {
            switch (item)
            {
                case SelectedField field:
                    sources[field.Alias ?? field.Path[(field.Path.LastIndexOf('.') + 1)..]] = field.Path;
                    break;
                case SelectedFunction function:
                    var column = function.Alias ?? $"expr{unnamed++}";
                    if (function is { Argument: { } argument } && function.Name.ToUpperInvariant() is "MIN" or "MAX")
                        sources[column] = argument;
                    break;
            }
        }
        return sources;
    }
}
