using SalesforcePS.Emulator.Identity;

namespace SalesforcePS.Emulator.Rest;

/// <summary>Tells /sobjects/X/id/Relationship from /sobjects/X/ExternalIdField/value.</summary>
internal sealed class RecordIdConstraint : IRouteConstraint
{
    public const string Name = "recordId";

    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        SalesforceId.TryNormalize(values[routeKey]?.ToString(), out _);
}
