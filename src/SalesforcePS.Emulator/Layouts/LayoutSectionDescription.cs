using System.Globalization;
using SalesforcePS.Emulator.Describe;
using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Schema.Layouts;

namespace SalesforcePS.Emulator.Layouts;

/// <summary>Writes the sections of a layout, for its detail page or for its edit page.</summary>
internal sealed class LayoutSectionDescription(DescribeWriter writer, SObjectType type, PageLayout layout)
{
    private readonly string layoutId = PageId.Of(PageId.Layout, layout.Name);

    public void Write(string name, bool isEdit)
    {
        var items = new LayoutItemDescription(writer, type);
        // A section is known by its place in the layout, whatever else is left out.
        var sections = layout.Sections
            .Select((section, place) => (Section: isEdit ? EditItems.Of(type, section) : Visible(section), Place: place))
            .Where(pair => pair.Section is not null);
        writer.Items(name, sections, pair => Write(items, pair.Section!, pair.Place, isEdit));
    }

    private void Write(LayoutItemDescription items, LayoutSection section, int place, bool isEdit)
    {
        var height = section.Columns.Max(column => column.Count);
        var rows = Enumerable.Range(0, height).Select(row => section.Columns.Select(column => row < column.Count ? column[row] : LayoutItem.Empty).ToArray());
        var hasHeading = isEdit ? section.HasEditHeading : section.HasDetailHeading;
        writer.Flag("collapsed", false);
        writer.Number("columns", section.Columns.Count);
        writer.Text("heading", section.Label);
        writer.Items("layoutRows", rows, row =>
        {
            writer.Items("layoutItems", row, item => items.Write(item));
            writer.Number("numItems", row.Length);
        });
        writer.Text("layoutSectionId", PageId.Of(PageId.LayoutSection, string.Create(CultureInfo.InvariantCulture, $"{layout.Name}/{place}")));
        writer.Text("parentLayoutId", layoutId);
        writer.Number("rows", height);
        writer.Text("tabOrder", section.IsLeftToRight ? "LeftToRight" : "TopToBottom");
        writer.Flag("useCollapsibleSection", hasHeading);
        writer.Flag("useHeading", hasHeading);
    }

    /// <summary>Without the fields that the user may not see; null where nothing is left.</summary>
    private LayoutSection? Visible(LayoutSection section)
    {
        LayoutItem[][] columns = [.. section.Columns.Select(items => items.Where(item => item.Field is null || type.FindField(item.Field) is not null).ToArray())];
        return columns.SelectMany(items => items).Any(item => item != LayoutItem.Empty) ? section with { Columns = columns } : null;
    }
}
