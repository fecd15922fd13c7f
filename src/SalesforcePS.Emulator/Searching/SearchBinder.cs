using SalesforcePS.Emulator.ListViews;
using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Searching.Syntax;
using SalesforcePS.Emulator.Soql.Binding;
using SalesforcePS.Emulator.Soql.Parsing;
using SalesforcePS.Emulator.Soql.Syntax;

namespace SalesforcePS.Emulator.Searching;

/// <summary>The queries over what a search finds: those of RETURNING, or the Ids of all objects.</summary>
internal sealed class SearchBinder(BindingContext context)
{
    private const string RecentlyUsed = "Recent";

    /// <summary>Found only where RETURNING names them (SOSL reference, "RETURNING FieldSpec").</summary>
    private static readonly HashSet<string> OnlyIfNamed = ["ContentDocument", "ContentVersion", "Document", "Product2"];

    public IReadOnlyList<BoundQuery> Bind(SearchStatement statement)
    {
        var returned = statement.Returning.Count > 0 ? statement.Returning : [.. Everything()];
        return [.. returned.Select(item => Bind(item, statement.Options))];
    }

    private BoundQuery Bind(ReturnedObject returned, SearchOptions options)
    {
        var from = returned.Query.From[0].Path;
        var type = context.Schema.Find(from.Name) ?? throw context.NoSuchType(from.Name, from.Position);
        if (!type.Searchable)
            throw context.Source.Malformed(from.Position, $"Entity '{type.Name}' is not searchable");
        var view = ListView(returned, type);
        Condition?[] filters = [returned.Query.Where, view?.Where, OfPricebook(type, options)];
        var given = filters.OfType<Condition>().ToArray();
        return new QueryBinder(context).Bind(returned.Query with
        {
            Scope = view?.Scope,
            Where = given.Length > 1 ? new LogicalCondition(true, given) : given.SingleOrDefault(),
        });
    }

    private IEnumerable<ReturnedObject> Everything() =>
        from type in context.Schema.Types
        where type.Searchable && !OnlyIfNamed.Contains(type.Name)
        let query = new SoqlQuery(0)
        {
            Select = [new ExpressionItem(Field(SystemFields.Id), null)],
            From = [new FromItem(new FieldPath([type.Name], 0), null)],
        }
        select new ReturnedObject(query, null);

    /// <summary>The query of the list view that USING ListView names; Recent is the one of records that were used of late.</summary>
    private SoqlQuery? ListView(ReturnedObject returned, SObjectType type)
    {
        if (returned.ListView is not { } name)
            return null;
        if (ListViewService.Find(type, name) is { } view)
            return SoqlParser.Parse(new SoqlText(new ListViewQuery(context.Schema, type, view).Soql));
        if (!name.Equals(RecentlyUsed, StringComparison.OrdinalIgnoreCase) || type.FindField("LastReferencedDate") is null)
            throw context.Source.Malformed(returned.Query.Position, $"List view '{name}' does not exist for entity '{type.Name}'");
        return returned.Query with
        {
            Where = new ComparisonCondition(Field("LastReferencedDate"), ComparisonOperator.NotEqual, new NullLiteral(0)),
        };
    }

    private static SemiJoinCondition? OfPricebook(SObjectType type, SearchOptions options) => options.PricebookId is null || type.Name != "Product2" ? null : new SemiJoinCondition(
        Field(SystemFields.Id),
        Anti: false,
        new SoqlQuery(0)
        {
            Select = [new ExpressionItem(Field("Product2Id"), null)],
            From = [new FromItem(new FieldPath(["PricebookEntry"], 0), null)],
            Where = new ComparisonCondition(Field("Pricebook2Id"), ComparisonOperator.Equal, new StringLiteral(options.PricebookId, options.PricebookId, 0)),
        });

    private static FieldExpression Field(string name) => new(new FieldPath([name], 0));
}
