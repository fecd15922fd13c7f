using SalesforcePS.Emulator.Schema.Layouts;

namespace SalesforcePS.Emulator.Schema.Source.Pages;

/// <summary>The page layouts and compact layouts of objects. Which record type has which page layout stands in the profile Admin.</summary>
internal static class SourceLayouts
{
    public static void Apply(SourceTree tree, OrgSchema schema, SourceColumns columns, SourceProblems problems)
    {
        foreach (var source in tree.Objects)
        {
            if (schema.Find(source.Name) is { Layoutable: true } type)
                type.Layouts = SourceCompactLayouts.Add(type.Layouts, source, type, problems);
        }
        var links = new SourceWebLinks(tree);
        var lists = new SourceRelatedLists(schema.Types.ToDictionary(type => type.Name, StringComparer.OrdinalIgnoreCase), columns, links, problems);
        // An object that the org does not have has no layouts either.
        foreach (var group in tree.Layouts.GroupBy(pair => ObjectOf(pair.Key), StringComparer.OrdinalIgnoreCase))
        {
            if (schema.Find(group.Key) is not { Layoutable: true } type)
                continue;
            var layouts = problems.Collect(
                group.OrderBy(pair => pair.Key, StringComparer.Ordinal), IEnumerable<PageLayout> (pair) => [Read(pair.Key, pair.Value, type, lists, links, problems)]);
            type.Layouts = Assign(type, layouts, tree.LayoutAssignments);
        }
    }

    private static PageLayout Read(string name, SourceElement element, SObjectType type, SourceRelatedLists lists, SourceWebLinks links, SourceProblems problems)
    {
        element.AllowOnly(SourceLayoutElements.Layout);
        return new PageLayout(
            name,
            problems.Collect(element.Children("layoutSections"), IEnumerable<LayoutSection> (section) => [SourceLayoutSections.Read(section, type, links, problems)]),
            problems.Collect(element.Children("relatedLists"), list => lists.Read(list, type)))
        {
            ExcludedButtons = element.Texts("excludeButtons").ToHashSet(StringComparer.Ordinal),
            CustomButtons = links.Read(element, type.Name),
            ShowsAssignmentRules = element.Flag("showRunAssignmentRulesCheckbox"),
            RunsAssignmentRules = element.Flag("runAssignmentRulesDefault"),
        };
    }

    /// <summary>Without an assignment: the layout that is named after the object, or the first.</summary>
    private static ObjectLayouts Assign(SObjectType type, List<PageLayout> layouts, IReadOnlyList<SourceElement> assignments)
    {
        var byRecordType = new Dictionary<string, PageLayout>(StringComparer.OrdinalIgnoreCase);
        PageLayout? assigned = null;
        foreach (var assignment in assignments)
        {
            if (layouts.Find(layout => layout.Name.Equals(Uri.UnescapeDataString(assignment.RequiredText("layout")), StringComparison.OrdinalIgnoreCase)) is not { } layout)
                continue;
            if (assignment.Text("recordType") is { } recordType)
                byRecordType[recordType[(recordType.IndexOf('.', StringComparison.Ordinal) + 1)..]] = layout;
            else
                assigned = layout;
        }
        return type.Layouts with
        {
            Page = assigned ?? layouts.Find(layout => layout.Name == $"{type.Name}-{type.Label} Layout") ?? layouts.FirstOrDefault(),
            PageByRecordType = byRecordType,
        };
    }

    /// <summary>Account-Sales Layout is of Account.</summary>
    private static string ObjectOf(string name) => name.Split('-', 2)[0];
}
