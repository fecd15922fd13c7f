using SalesforcePS.Emulator.Schema.Layouts;

namespace SalesforcePS.Emulator.Schema.Source.Pages;

/// <summary>The compact layouts of an object, and which of them its record types have.</summary>
internal static class SourceCompactLayouts
{
    private static readonly HashSet<string> Known = ["fields", "fullName", "label"];

    public static ObjectLayouts Add(ObjectLayouts layouts, SourceObject source, SObjectType type, SourceProblems problems) => layouts with
    {
        Compact = problems.Collect(
            source.CompactLayouts.OrderBy(layout => layout.Name, StringComparer.Ordinal), IEnumerable<CompactLayoutDefinition> (layout) => [Read(layout, type)]),
        PrimaryCompact = source.Definition?.Text("compactLayoutAssignment"),
        CompactByRecordType = source.RecordTypes
            .Select(recordType => (recordType.Name, Assigned: recordType.Element.Text("compactLayoutAssignment")))
            .Where(pair => pair.Assigned is not null)
            .ToDictionary(pair => pair.Name, pair => pair.Assigned!, StringComparer.OrdinalIgnoreCase),
    };

    private static CompactLayoutDefinition Read(SourceComponent component, SObjectType type)
    {
        var element = component.Element;
        element.AllowOnly(Known);
        string[] fields = [.. element.Texts("fields").Select(name => type.FindField(name)?.Name
            ?? throw element.Mistake($"{type.Name} has no field {name} in the emulator", SourceFiles.Remedy))];
        return new CompactLayoutDefinition(component.Name, element.Text("label") ?? component.Name, fields);
    }
}
