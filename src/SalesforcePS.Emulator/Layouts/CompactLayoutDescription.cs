using SalesforcePS.Emulator.Describe;
using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Schema.Layouts;

namespace SalesforcePS.Emulator.Layouts;

/// <summary>The compact layouts of an object, with the members that the REST API guide shows.</summary>
internal sealed class CompactLayoutDescription(DescribeWriter writer, SObjectType type, string root)
{
    private const string SystemName = "SYSTEM";

    /// <summary>What a record shows where nobody made a compact layout: its name. It has no Id.</summary>
    private readonly CompactLayoutDefinition system = new(SystemName, "System Default", type.NameField is { } name ? [name.Name] : []);

    public void WriteAll()
    {
        writer.Items("compactLayouts", type.Layouts.Compact.Count > 0 ? type.Layouts.Compact : [system], Write);
        writer.Text("defaultCompactLayoutId", IdOf(LayoutFor(RecordTypeDefinition.Master)));
        writer.Items("recordTypeCompactLayoutMappings", [.. type.RecordTypes, RecordTypeDefinition.Master], recordType =>
        {
            var layout = LayoutFor(recordType);
            writer.Flag("available", recordType.Active);
            writer.Text("compactLayoutId", IdOf(layout));
            writer.Text("compactLayoutName", layout.Name);
            writer.Text("recordTypeId", recordType.Id);
            writer.Text("recordTypeName", recordType.Label);
            writer.Urls([("compactLayout", $"{root}/sobjects/{type.Name}/describe/compactLayouts/{recordType.Id}")]);
        });
        writer.Urls([("primary", $"{root}/sobjects/{type.Name}/describe/compactLayouts/primary")]);
    }

    public void Write(RecordTypeDefinition recordType) => Write(LayoutFor(recordType));

    private CompactLayoutDefinition LayoutFor(RecordTypeDefinition recordType) => type.Layouts.CompactFor(recordType.DeveloperName) ?? system;

    private string? IdOf(CompactLayoutDefinition layout) =>
        layout.Name == SystemName ? null : PageId.Of(PageId.CompactLayout, $"{type.Name}.{layout.Name}");

    private void Write(CompactLayoutDefinition layout)
    {
        var items = new LayoutItemDescription(writer, type);
        writer.Values("actions", []);
        writer.Items("fieldItems", layout.Fields.Where(name => type.FindField(name) is not null), name => items.Write(new LayoutItem { Field = name }, isPage: false));
        writer.Text("id", IdOf(layout));
        writer.Values("imageItems", []);
        writer.Text("label", layout.Label);
        writer.Text("name", layout.Name);
        writer.Text("objectType", type.Name);
    }
}
