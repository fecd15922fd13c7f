using SalesforcePS.Emulator.Bulk2;
using SalesforcePS.Emulator.Org;
using SalesforcePS.Emulator.Rest.Composite;
using SalesforcePS.Emulator.Rest.Records;
using SalesforcePS.Emulator.Rest.Searching;

namespace SalesforcePS.Emulator.Rest;

internal static class RestRoutes
{
    public const string Root = "/services/data";

    public static void Map(IEndpointRouteBuilder routes, EmulatedOrg org)
    {
        var versions = new VersionsEndpoint(org);
        routes.MapGet(Root, VersionsEndpoint.ListAsync);
        var version = routes.MapGroup(Root + "/{version}");
        version.MapGet("", versions.ResourcesAsync);
        version.MapGet("limits", new LimitsEndpoint(org).GetAsync);
        MapQueries(version, new QueryEndpoint(org.Queries));
        MapSearches(version, new SearchEndpoint(org.Search));
        MapSObjects(version.MapGroup("sobjects"), org);
        MapComposite(version.MapGroup("composite"), org);
        MapCollections(version.MapGroup("composite/sobjects"), new CollectionEndpoint(org));
        Bulk2Routes.Map(version.MapGroup("jobs"), org);
    }

    private static void MapQueries(RouteGroupBuilder version, QueryEndpoint query)
    {
        version.MapGet("query", query.QueryAsync);
        version.MapGet("query/{locator}", query.MoreAsync);
        version.MapGet("queryAll", query.QueryAllAsync);
        version.MapGet("queryAll/{locator}", query.MoreAsync);
    }

    private static void MapSearches(RouteGroupBuilder version, SearchEndpoint search)
    {
        version.MapGet("search", search.SearchAsync);
        version.MapGet("parameterizedSearch", search.GetAsync);
        version.MapPost("parameterizedSearch", search.PostAsync);
    }

    private static void MapSObjects(RouteGroupBuilder sobjects, EmulatedOrg org)
    {
        var describe = new DescribeEndpoint(org);
        sobjects.MapGet("", describe.GlobalAsync);
        sobjects.MapGet("{type}", describe.BasicAsync);
        sobjects.MapGet("{type}/describe", describe.SObjectAsync);

        var record = new RecordEndpoint(org);
        sobjects.MapPost("{type}", record.CreateAsync);
        sobjects.MapPost("{type}/Id", record.CreateAsync);
        sobjects.MapGet("{type}/{id}", record.ReadAsync);
        sobjects.MapPatch("{type}/{id}", record.UpdateAsync);
        sobjects.MapDelete("{type}/{id}", record.DeleteAsync);

        var externalId = new ExternalIdEndpoint(org);
        sobjects.MapGet("{type}/{field}/{**value}", externalId.ReadAsync);
        sobjects.MapPatch("{type}/{field}/{**value}", externalId.UpsertAsync);
        sobjects.MapDelete("{type}/{field}/{**value}", externalId.DeleteAsync);
    }

    private static void MapComposite(RouteGroupBuilder composite, EmulatedOrg org)
    {
        composite.MapGet("", CompositeEndpoint.ListAsync).Since(38);
        composite.MapPost("", new CompositeEndpoint(org).RunAsync).Since(38);
        composite.MapPost("batch", BatchEndpoint.RunAsync).Since(34);
        composite.MapPost("graph", new GraphEndpoint(org).RunAsync).Since(50);
        composite.MapPost("tree/{type}", new TreeEndpoint(org).CreateAsync).Since(34);
    }

    private static void MapCollections(RouteGroupBuilder collections, CollectionEndpoint collection)
    {
        collections.MapPost("", collection.CreateAsync).Since(42);
        collections.MapPatch("", collection.UpdateAsync).Since(42);
        collections.MapDelete("", collection.DeleteAsync).Since(42);
        collections.MapGet("{type}", collection.ReadAsync).Since(42);
        collections.MapPost("{type}", collection.ReadByBodyAsync).Since(42);
        collections.MapPatch("{type}/{field}", collection.UpsertAsync).Since(46);
    }
}
