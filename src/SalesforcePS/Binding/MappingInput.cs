using System.Collections;
using System.Management.Automation;
using SalesforcePS.Core.Bulk.Import;

namespace SalesforcePS.Binding;

/// <summary>Reads -Mapping: a hashtable, or the path of a Data Loader file.</summary>
internal static class MappingInput
{
    /// <param name="resolve">Makes a path of this location a full one.</param>
    /// <exception cref="Core.Errors.ImportException">The file cannot be read.</exception>
    public static ImportMapping? Read(object? mapping, Func<string, string> resolve)
    {
        var given = mapping is PSObject wrapped ? wrapped.BaseObject : mapping;
        return given switch
        {
            null => null,
            IDictionary table => new ImportMapping(table.Cast<DictionaryEntry>().Select(Pair)),
            _ => ImportMapping.ReadSdl(resolve(given.ToString()!)),
        };
    }

    private static KeyValuePair<string, string> Pair(DictionaryEntry entry) =>
        KeyValuePair.Create(entry.Key.ToString()!, entry.Value is IList fields ? string.Join(',', fields.Cast<object>()) : entry.Value?.ToString() ?? "");
}
