using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Searching.Syntax;
using SalesforcePS.Emulator.Soql.Binding;
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
        Condition?[] filters = [returned.Query.Where, Recent(returned, type), OfPricebook(type, options)];
        var given = filters.OfType<Condition>().ToArray();
        return new QueryBinder(context).Bind(returned.Query with
        {
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

    /// <summary>The org has no list views but the one of records that were used of late.</summary>
    private ComparisonCondition? Recent(ReturnedObject returned, SObjectType type)
    {
        if (returned.ListView is not { } name)
            return null;
        if (!name.Equals(RecentlyUsed, StringComparison.OrdinalIgnoreCase) || type.FindField("LastReferencedDate") is null)
            throw context.Source.Malformed(returned.Query.Position, $"List view '{name}' does not exist for entity '{type.Name}'");
        return new ComparisonCondition(Field("LastReferencedDate"), ComparisonOperator.NotEqual, new NullLiteral(0));
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
