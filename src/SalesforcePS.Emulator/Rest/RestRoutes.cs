using SalesforcePS.Emulator.Org;

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
    }
}
