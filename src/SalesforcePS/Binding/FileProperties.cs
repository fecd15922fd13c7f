using System.Collections;
using System.Management.Automation;

namespace SalesforcePS.Binding;

/// <summary>The properties of an object that name a file and what is to be said of it, whatever they are called.</summary>
internal sealed class FileProperties
{
    public const string ParentId = "ParentId";
    public const string Name = "Name";
    public const string Path = "Path";
    public const string Content = "Content";
    public const string Description = "Description";
    public const string ContentType = "ContentType";
    public const string OwnerId = "OwnerId";
    public const string ContentDocumentId = "ContentDocumentId";

    public static readonly IReadOnlyList<string> All = [ParentId, Name, Path, Content, Description, ContentType, OwnerId, ContentDocumentId];

    // What Salesforce and PowerShell call them.
    private static readonly Dictionary<string, string[]> OtherNames = new()
    {
        [ParentId] = ["LinkedEntityId", "FirstPublishLocationId"],
        [Path] = ["FullName", "FilePath", "PathOnClient"],
        [Content] = ["Body", "VersionData"],
        [Name] = ["FileName", "Title"],
    };

    private readonly Dictionary<string, string> mapped = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="mapping">From the names of an object's properties to those here.</param>
    public FileProperties(IDictionary? mapping)
    {
        foreach (DictionaryEntry entry in mapping ?? new Hashtable())
            mapped[entry.Value?.ToString() ?? ""] = entry.Key.ToString()!;
    }

    /// <summary>What the mapping leads to and no file has; null where there is none.</summary>
    public string? Unknown => mapped.Keys.FirstOrDefault(name => !All.Contains(name, StringComparer.OrdinalIgnoreCase));

    public object? Value(PSObject input, string name)
    {
        string[] names = mapped.TryGetValue(name, out var own) ? [own] : [name, .. OtherNames.GetValueOrDefault(name, [])];
        var value = names.Select(candidate => Find(input, candidate)).FirstOrDefault(static found => found is not null);
        return value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value;
    }

    public string? Text(PSObject input, string name) => Value(input, name)?.ToString() is { Length: > 0 } text ? text : null;

    private static object? Find(PSObject input, string name)
    {
        if (input.BaseObject is not IDictionary table)
            return input.Properties[name]?.Value;
        var key = table.Keys.Cast<object>().FirstOrDefault(key => name.Equals(key.ToString(), StringComparison.OrdinalIgnoreCase));
        return key is null ? null : table[key];
    }
}
