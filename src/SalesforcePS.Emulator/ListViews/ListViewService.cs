using SalesforcePS.Emulator.Identity;
using SalesforcePS.Emulator.Querying;
using SalesforcePS.Emulator.Records;
using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Schema.ListViews;

namespace SalesforcePS.Emulator.ListViews;

/// <summary>Finds, describes and runs list views.</summary>
internal sealed class ListViewService(OrgSchema schema, QueryService queries, RecentItems recent, RecordReader reader)
{
    private const string ListView = "ListView";

    /// <param name="type">The object as the user sees it.</param>
    /// <param name="nameOrId">The developer name, or the Id in either form.</param>
    public static ListViewDefinition? Find(SObjectType type, string nameOrId)
    {
        var id = SalesforceId.TryNormalize(nameOrId, out var normalized) ? normalized : null;
        return type.ListViews.FirstOrDefault(view => view.Id == id || view.DeveloperName.Equals(nameOrId, StringComparison.OrdinalIgnoreCase));
    }

    /// <param name="user">Who asks.</param>
    /// <param name="id">In the form of 18 characters, of whatever object.</param>
    public ListViewQuery? Find(RequestUser user, string id) => user.Access.SchemaOf(schema).Types
        .SelectMany(type => type.ListViews.Where(view => view.Id == id).Select(view => Describe(user, type, view)))
        .FirstOrDefault();

    public ListViewQuery Describe(RequestUser user, SObjectType type, ListViewDefinition view) => new(user.Access.SchemaOf(schema), type, view);

    /// <summary>The list views of the object that the user ran, the last first.</summary>
    public IReadOnlyList<ListViewDefinition> Recent(RequestUser user, SObjectType type) =>
        [.. recent.List(user, reader, RecentItems.Most, schema.Find(ListView)).Select(item => Find(type, item.Id)).OfType<ListViewDefinition>()];

    /// <summary>Runs the list view, which counts as a look at it.</summary>
    public ListViewResult Run(RequestUser user, SObjectType type, ListViewDefinition view, int limit, int offset)
    {
        var query = Describe(user, type, view);
        // One more than asked for tells whether there are more.
        var page = queries.Query(user, $"{query.Soql} LIMIT {limit + 1} OFFSET {offset}", includeDeleted: false);
        queries.Query(user, $"SELECT Id FROM {ListView} WHERE Id = '{view.Id}' FOR VIEW", includeDeleted: false);
        recent.Add(user, [view.Id]);
        return new ListViewResult(query, [.. page.Rows.Take(limit)], page.TotalSize <= limit);
    }
}
