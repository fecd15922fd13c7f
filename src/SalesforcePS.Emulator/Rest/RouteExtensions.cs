using SalesforcePS.Emulator.Http;

namespace SalesforcePS.Emulator.Rest;

internal static class RouteExtensions
{
    /// <summary>The resource answers in XML too, with this element around it all.</summary>
    public static IEndpointConventionBuilder Xml(this IEndpointConventionBuilder route, string element, string item = "Result") =>
        route.WithMetadata(new XmlRoot(element, item));

    public static IEndpointConventionBuilder Since(this IEndpointConventionBuilder route, int version) => route.WithMetadata(new SinceVersion(version));
}
