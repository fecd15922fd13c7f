using System.Collections;
using System.Management.Automation;

namespace SalesforcePS.Binding;

/// <summary>Takes the values of a query's parameters out of PowerShell's wrappings.</summary>
internal static class QueryParameters
{
    public static Dictionary<string, object?> Read(Hashtable? parameters)
    {
        var values = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry entry in parameters ?? [])
            values[entry.Key.ToString()!.TrimStart(':')] = Unwrap(entry.Value);
        return values;
    }

    private static object? Unwrap(object? value) => value switch
    {
        PSObject { BaseObject: PSCustomObject } custom => IdOf(custom) ?? custom,
        PSObject wrapped => Unwrap(wrapped.BaseObject),
        string or IDictionary => value,
        IRecordIdentity known => known.Id,
        IEnumerable list => list.Cast<object?>().Select(Unwrap).ToArray(),
        _ => value,
    };

    /// <summary>An object with an Id stands for its Id, as a record does.</summary>
    private static object? IdOf(PSObject custom) => custom.Properties["Id"]?.Value as string;
}
