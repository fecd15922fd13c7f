using SalesforcePS.Emulator.ListViews;
using SalesforcePS.Emulator.Schema.ListViews;
using SalesforcePS.Emulator.Soql.Binding;
using SalesforcePS.Emulator.Soql.Parsing;
using SalesforcePS.Emulator.Storage;

namespace SalesforcePS.Emulator.Schema.Source.Pages;

/// <summary>The list views of objects, each of which must be a query that the emulator runs.</summary>
internal static class SourceListViews
{
    private static readonly HashSet<string> Known =
        ["booleanFilter", "columns", "filterScope", "filters", "fullName", "label", "language", "queue", "sharedTo"];

    public static void Apply(SourceTree tree, OrgSchema schema, SourceColumns columns, SourceProblems problems)
    {
        var filters = new SourceListViewFilter(columns, schema);
        foreach (var source in tree.Objects)
        {
            // An object that the org does not have has no list views either, and those of settings are pages of the set-up.
            if (schema.Find(source.Name) is not { } type || type is { Custom: true, Layoutable: false })
                continue;
            var views = problems.Collect(source.ListViews, IEnumerable<ListViewDefinition> (view) => [Read(view, type, columns, filters, schema, problems)]);
            type.ListViews = [.. views.OrderBy(view => view.DeveloperName, StringComparer.Ordinal).UnionBy(type.ListViews, view => view.DeveloperName, StringComparer.OrdinalIgnoreCase)];
        }
    }

    private static ListViewDefinition Read(
        SourceComponent component, SObjectType type, SourceColumns columns, SourceListViewFilter filters, OrgSchema schema, SourceProblems problems)
    {
        var element = component.Element;
        element.AllowOnly(Known);
        var paths = problems.Collect(element.Texts("columns"), IEnumerable<string> (name) => [columns.Find(type, name)
            ?? throw element.Mistake($"the emulator does not know the column '{name}' as a field of {type.Name}", SourceFiles.Remedy)]);
        var conditions = problems.Collect(element.Children("filters"), IEnumerable<ListViewCondition> (item) => [filters.Read(item, type)]);
        var scope = element.Text("filterScope") ?? "Everything";
        var view = new ListViewDefinition(
            component.Name,
            element.Text("label") ?? component.Name,
            paths.Count > 0 ? [.. paths.Distinct(StringComparer.Ordinal)] : [type.NameField?.Name ?? SystemFields.Id])
        {
            IsMine = scope == "Mine",
            Condition = Combine(element, conditions, Scope(element, scope)),
        };
        Check(element, type, view, schema);
        return view;
    }

    /// <summary>What the scope asks of records beyond the filters.</summary>
    private static ListViewSubquery? Scope(SourceElement element, string scope) => scope switch
    {
        "Everything" or "Mine" => null,
        "Queue" => new ListViewSubquery(
            SystemFields.OwnerId, $"SELECT Id FROM Group WHERE Type = 'Queue' AND DeveloperName = '{element.RequiredText("queue")}'"),
        _ => throw element.Mistake($"the emulator does not support the filterScope '{scope}'", SourceFiles.Remedy),
    };

    /// <summary>Null where all records are shown. A filter that is refused leaves its number without a condition, which is no mistake of its own.</summary>
    private static ListViewCondition? Combine(SourceElement element, List<ListViewCondition> conditions, ListViewSubquery? scope)
    {
        if (conditions.Count < element.Children("filters").Count || (conditions.Count == 0 && !element.Has("booleanFilter")))
            return scope;
        var filters = SourceFilterLogic<ListViewCondition>.Combine(element, conditions, ListViewGroup.Of, condition => new ListViewNegation(condition));
        return scope is null ? filters : new ListViewGroup(true, [scope, filters]);
    }

    private static void Check(SourceElement element, SObjectType type, ListViewDefinition view, OrgSchema schema)
    {
        var source = new SoqlText(new ListViewQuery(schema, type, view).Soql);
        var context = new BindingContext(schema, source, DateTimeOffset.UnixEpoch, SeedRecords.AdministratorId, new Lazy<QuerySettings>(QuerySettings.Default));
        try
        {
            new QueryBinder(context).Bind(SoqlParser.Parse(source));
        }
        catch (ApiException refusal)
        {
            throw element.Mistake($"the query of the list view is refused: {refusal.Message.Split('\n')[^1].TrimEnd('.')}", SourceFiles.Remedy);
        }
    }
}
