namespace SalesforcePS.Emulator.Rest.Files;

/// <summary>Tells /sobjects/X/id/VersionData and /sobjects/X/id/Body from the ways to other records.</summary>
internal sealed class BlobFieldConstraint : IRouteConstraint
{
    public const string Name = "blob";

    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        values[routeKey]?.ToString() is { } field
        && (field.Equals("VersionData", StringComparison.OrdinalIgnoreCase) || field.Equals("Body", StringComparison.OrdinalIgnoreCase));
}
