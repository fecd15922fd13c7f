using System.Text.Json;

namespace SalesforcePS.Emulator.Schema;

/// <summary>One file in Schema/Standard: a standard sObject without its system fields.</summary>
internal sealed record StandardObject(
    string Name, string Label, string LabelPlural, string KeyPrefix, string Calls, IReadOnlyList<StandardField> Fields)
{
    /// <summary>False for set-up objects, whose records do not go through the recycle bin.</summary>
    public bool IsDeleted { get; init; } = true;

    /// <summary>False for the few objects without created and last modified fields.</summary>
    public bool Audit { get; init; } = true;

    /// <summary>SQL, in lines, of an object whose records are those of others, seen together.</summary>
    public IReadOnlyList<string> View { get; init; } = [];

    /// <summary>By picklist field and value: the values of other fields that follow.</summary>
    public IReadOnlyDictionary<string, Dictionary<string, Dictionary<string, JsonElement>>> Derived { get; init; } =
        new Dictionary<string, Dictionary<string, Dictionary<string, JsonElement>>>();

    public bool Allows(string call) => Calls.Split(' ').Contains(call, StringComparer.Ordinal);
}
