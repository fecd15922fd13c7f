namespace SalesforcePS.Emulator.Rest;

internal static class RouteExtensions
{
    public static IEndpointConventionBuilder Since(this IEndpointConventionBuilder route, int version) => route.WithMetadata(new SinceVersion(version));
}
