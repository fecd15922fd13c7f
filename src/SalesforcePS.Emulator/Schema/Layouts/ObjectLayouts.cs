namespace SalesforcePS.Emulator.Schema.Layouts;

/// <summary>The layouts that a schema has for an object, and which record types they are for.</summary>
internal sealed record ObjectLayouts
{
    public static readonly ObjectLayouts None = new();

    /// <summary>For record types that have none of their own; null for the layout that every object has.</summary>
    public PageLayout? Page { get; init; }

    /// <summary>By the developer name of the record type.</summary>
    public IReadOnlyDictionary<string, PageLayout> PageByRecordType { get; init; } = new Dictionary<string, PageLayout>();

    public IReadOnlyList<CompactLayoutDefinition> Compact { get; init; } = [];

    /// <summary>The name of the one for record types that have none of their own; null for the one that the org makes.</summary>
    public string? PrimaryCompact { get; init; }

    /// <summary>Names by the developer name of the record type.</summary>
    public IReadOnlyDictionary<string, string> CompactByRecordType { get; init; } = new Dictionary<string, string>();

    public PageLayout? PageFor(string recordType) => PageByRecordType.GetValueOrDefault(recordType) ?? Page;

    public CompactLayoutDefinition? CompactFor(string recordType)
    {
        var name = CompactByRecordType.GetValueOrDefault(recordType) ?? PrimaryCompact;
        return Compact.FirstOrDefault(layout => layout.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
    }
}
