using SalesforcePS.Emulator.Schema.Layouts;

namespace SalesforcePS.Emulator.Schema.Source.Pages;

/// <summary>The sections of a layout with their items.</summary>
internal static class SourceLayoutSections
{
    public static LayoutSection Read(SourceElement element, SObjectType type, SourceWebLinks links, SourceProblems problems)
    {
        element.AllowOnly(SourceLayoutElements.Section);
        var columns = element.Children("layoutColumns").Select(IReadOnlyList<LayoutItem> (column) =>
            problems.Collect(column.Children("layoutItems"), item => ReadItem(item, type, links))).ToList();
        return new LayoutSection(element.Text("label"), columns)
        {
            IsLeftToRight = element.Text("style") is "TwoColumnsLeftToRight" or "CustomLinks",
            HasDetailHeading = element.Flag("detailHeading"),
            HasEditHeading = element.Flag("editHeading"),
        };
    }

    private static IEnumerable<LayoutItem> ReadItem(SourceElement item, SObjectType type, SourceWebLinks links)
    {
        item.AllowOnly(SourceLayoutElements.Item);
        if (item.Text("field") is { } name)
            return ReadField(item, type, name);
        if (item.Text("customLink") is { } link)
            return [new LayoutItem { ComponentType = "CustomLink", ComponentName = links.Find(item, type.Name, link).Name }];
        (string Type, string? Name)[] others =
        [
            ("VisualforcePage", item.Text("page")),
            ("AuraComponent", item.Text("component")),
            ("Canvas", item.Text("canvas")),
            ("SControl", item.Text("scontrol")),
            ("ReportChart", item.Child("reportChartComponent")?.Text("reportName")),
        ];
        return others.FirstOrDefault(other => other.Name is not null) is { Name: { } componentName } component
            ? [new LayoutItem { ComponentType = component.Type, ComponentName = componentName }]
            : [LayoutItem.Empty];
    }

    /// <summary>A standard field that the org does not have is left out, as one is that the user may not see.</summary>
    private static IEnumerable<LayoutItem> ReadField(SourceElement item, SObjectType type, string name)
    {
        if (type.FindField(name) is { } field)
            return [new LayoutItem { Field = field.Name, Behavior = Behavior(item) }];
        return name.Contains("__", StringComparison.Ordinal)
            ? throw item.Mistake($"{type.Name} has no field {name} in the emulator", SourceFiles.Remedy)
            : [];
    }

    private static LayoutBehavior Behavior(SourceElement item) => item.Text("behavior") switch
    {
        null or "Edit" => LayoutBehavior.Edit,
        "Required" => LayoutBehavior.Required,
        "Readonly" => LayoutBehavior.Readonly,
        var other => throw item.Mistake($"the behavior '{other}' is not known", "Use Edit, Required or Readonly"),
    };
}
