using SalesforcePS.Emulator.Bulk2;
using SalesforcePS.Emulator.Org;
using SalesforcePS.Emulator.Rest.Composite;
using SalesforcePS.Emulator.Rest.Files;
using SalesforcePS.Emulator.Rest.Records;
using SalesforcePS.Emulator.Rest.Searching;

namespace SalesforcePS.Emulator.Rest;

internal static class RestRoutes
{
    public const string Root = "/services/data";

    private const string ApexRestRoot = "/services/apexrest";

    private const string QueryResult = "QueryResult";
    private const string Result = "Result";
    private const string Results = "Results";
    private const string SearchResults = "SearchResults";

    public static void Map(IEndpointRouteBuilder routes, EmulatedOrg org)
    {
        var versions = new VersionsEndpoint(org);
        routes.MapGet(Root, VersionsEndpoint.ListAsync).Xml("Versions", "Version");
        routes.Map(ApexRestRoot + "/{**path}", _ => throw RestError.NotFound("Could not find a match for URL"));
        var version = routes.MapGroup(Root + "/{version}");
        version.MapGet("", versions.ResourcesAsync).Xml("urls");
        var limits = new LimitsEndpoint(org);
        version.MapGet("limits", limits.GetAsync).Xml("LimitsSnapshot");
        version.MapGet("limits/recordCount", limits.RecordCountAsync).Since(40).Xml("RecordCount");
        version.MapGet("recent", new RecentEndpoint(org).ListAsync).Xml("Results");
        var approvals = new ApprovalEndpoint(org);
        version.MapGet("process/approvals", approvals.ListAsync);
        version.MapPost("process/approvals", approvals.ProcessAsync);
        MapQueries(version, new QueryEndpoint(org.Queries, org.ListViews));
        MapSearches(version, new SearchEndpoint(org.Search));
        MapSObjects(version.MapGroup("sobjects"), org);
        MapComposite(version.MapGroup("composite"), org);
        MapCollections(version.MapGroup("composite/sobjects"), new CollectionEndpoint(org));
        Bulk2Routes.Map(version.MapGroup("jobs"), org);
    }

    public static bool IsApexRest(PathString path) => path.StartsWithSegments(ApexRestRoot, StringComparison.OrdinalIgnoreCase);

    private static void MapQueries(RouteGroupBuilder version, QueryEndpoint query)
    {
        version.MapGet("query", query.QueryAsync).Xml(QueryResult);
        version.MapGet("query/{locator}", query.MoreAsync).Xml(QueryResult);
        version.MapGet("queryAll", query.QueryAllAsync).Xml(QueryResult);
        version.MapGet("queryAll/{locator}", query.MoreAsync).Xml(QueryResult);
    }

    private static void MapSearches(RouteGroupBuilder version, SearchEndpoint search)
    {
        version.MapGet("search", search.SearchAsync).Xml(SearchResults);
        version.MapGet("parameterizedSearch", search.GetAsync).Xml(SearchResults);
        version.MapPost("parameterizedSearch", search.PostAsync).Xml(SearchResults);
    }

    private static void MapSObjects(RouteGroupBuilder sobjects, EmulatedOrg org)
    {
        var describe = new DescribeEndpoint(org);
        sobjects.MapGet("", describe.GlobalAsync).Xml("DescribeGlobal");
        sobjects.MapGet("{type}", describe.BasicAsync).Xml("SObject");
        sobjects.MapGet("{type}/describe", describe.SObjectAsync).Xml("DescribeSObject");

        MapLayouts(sobjects.MapGroup("{type}/describe"), new LayoutEndpoint(org));
        MapListViews(sobjects.MapGroup("{type}/listviews"), new ListViewEndpoint(org));

        var replication = new ReplicationEndpoint(org);
        sobjects.MapGet("{type}/updated", replication.UpdatedAsync).Xml("GetUpdatedResult");
        sobjects.MapGet("{type}/deleted", replication.DeletedAsync).Xml("GetDeletedResult");

        var record = new RecordEndpoint(org);
        sobjects.MapPost("{type}", record.CreateAsync).Xml(Result);
        sobjects.MapPost("{type}/Id", record.CreateAsync).Xml(Result);
        sobjects.MapGet("{type}/{id}", record.ReadAsync).Xml(Result);
        sobjects.MapPatch("{type}/{id}", record.UpdateAsync);
        sobjects.MapDelete("{type}/{id}", record.DeleteAsync);

        sobjects.MapGet("{type}/{id:" + RecordIdConstraint.Name + "}/{blob:" + BlobFieldConstraint.Name + "}", new BlobEndpoint(org).ReadAsync);

        var relationship = new RelationshipEndpoint(org, record);
        var password = new PasswordEndpoint(org);
        const string Password = "User/{id:" + RecordIdConstraint.Name + "}/password";
        sobjects.MapGet(Password, password.ReadAsync).Xml("Password");
        sobjects.MapPost(Password, password.SetAsync);
        sobjects.MapDelete(Password, password.ResetAsync).Xml("Password");

        const string Relationship = "{type}/{id:" + RecordIdConstraint.Name + "}/{relationship}/{**more}";
        sobjects.MapGet(Relationship, relationship.ReadAsync).Since(36).Xml(QueryResult);
        sobjects.MapPatch(Relationship, relationship.UpdateAsync).Since(36);
        sobjects.MapDelete(Relationship, relationship.DeleteAsync).Since(36);

        var externalId = new ExternalIdEndpoint(org, record);
        sobjects.MapGet("{type}/{field}/{**value}", externalId.ReadAsync).Xml(Result);
        sobjects.MapPatch("{type}/{field}/{**value}", externalId.UpsertAsync).Xml(Result);
        sobjects.MapDelete("{type}/{field}/{**value}", externalId.DeleteAsync);
    }

    private static void MapLayouts(RouteGroupBuilder describe, LayoutEndpoint layout)
    {
        describe.MapGet("layouts", layout.ListAsync).Xml("DescribeLayoutResult");
        describe.MapGet("layouts/{recordType}", layout.ReadAsync).Xml("DescribeLayout");
        describe.MapGet("compactLayouts", layout.ListCompactAsync).Xml("DescribeCompactLayoutsResult");
        describe.MapGet("compactLayouts/primary", layout.PrimaryCompactAsync).Xml("DescribeCompactLayout");
        describe.MapGet("compactLayouts/{recordType}", layout.ReadCompactAsync).Xml("DescribeCompactLayout");
    }

    private static void MapListViews(RouteGroupBuilder views, ListViewEndpoint listView)
    {
        views.MapGet("", listView.ListAsync).Since(32).Xml("ListViews");
        views.MapGet("recent", listView.RecentAsync).Since(32).Xml("ListViews");
        views.MapGet("{view}", listView.ReadAsync).Since(32).Xml("ListView");
        views.MapGet("{view}/describe", listView.DescribeAsync).Since(32).Xml("DescribeSoqlListView");
        views.MapGet("{view}/results", listView.ResultsAsync).Since(32).Xml("ExecuteListViewResult");
    }

    private static void MapComposite(RouteGroupBuilder composite, EmulatedOrg org)
    {
        composite.MapGet("", CompositeEndpoint.ListAsync).Since(38);
        composite.MapPost("", new CompositeEndpoint(org).RunAsync).Since(38);
        composite.MapPost("batch", BatchEndpoint.RunAsync).Since(34).Xml("batchResults");
        composite.MapPost("graph", new GraphEndpoint(org).RunAsync).Since(50);
        composite.MapPost("tree/{type}", new TreeEndpoint(org).CreateAsync).Since(34).Xml("SObjectTreeResponse");
    }

    private static void MapCollections(RouteGroupBuilder collections, CollectionEndpoint collection)
    {
        collections.MapPost("", collection.CreateAsync).Since(42).Xml(Results);
        collections.MapPatch("", collection.UpdateAsync).Since(42).Xml(Results);
        collections.MapDelete("", collection.DeleteAsync).Since(42).Xml(Results);
        collections.MapGet("{type}", collection.ReadAsync).Since(42).Xml(Results);
        collections.MapPost("{type}", collection.ReadByBodyAsync).Since(42).Xml(Results);
        collections.MapPatch("{type}/{field}", collection.UpsertAsync).Since(46).Xml(Results);
    }
}
