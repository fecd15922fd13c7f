using SalesforcePS.Emulator.Org;

namespace SalesforcePS.Emulator.OAuth;

internal static class OAuthRoutes
{
    public const string TokenPath = "/services/oauth2/token";

    private static readonly string[] GetOrPost = ["GET", "POST"];

    public static void Map(IEndpointRouteBuilder routes, EmulatedOrg org, AssertionKey? assertionKey)
    {
        var identity = new IdentityEndpoint(org);
        routes.MapPost(TokenPath, new TokenEndpoint(org, assertionKey).PostAsync);
        routes.MapMethods("/services/oauth2/revoke", GetOrPost, new RevokeEndpoint(org).RevokeAsync);
        routes.MapMethods("/services/oauth2/userinfo", GetOrPost, identity.UserInfoAsync);
        routes.MapGet($"/id/{org.Identity.OrganizationId}/{org.Identity.UserId}", identity.IdentityAsync);
    }
}
