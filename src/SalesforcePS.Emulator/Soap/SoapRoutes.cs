using SalesforcePS.Emulator.Org;

namespace SalesforcePS.Emulator.Soap;

internal static class SoapRoutes
{
    public const string Root = AllRoot + "/u";

    private const string AllRoot = "/services/Soap";

    public static bool Owns(PathString path) => path.StartsWithSegments(Root, StringComparison.OrdinalIgnoreCase);

    public static void Map(IEndpointRouteBuilder routes, EmulatedOrg org)
    {
        var logger = routes.ServiceProvider.GetRequiredService<ILogger<SoapEndpoint>>();
        var endpoint = new SoapEndpoint(org, new SoapOperations(org), logger);
        routes.MapPost(Root + "/{version}/{organization?}", endpoint.PostAsync);
        routes.MapPost(AllRoot + "/{**other}", new SoapEndpoint(org, SoapOperations.None, logger).PostAsync);
    }
}
