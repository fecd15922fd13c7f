using SalesforcePS.Emulator.Org;

namespace SalesforcePS.Emulator.OAuth;

internal static class OAuthRoutes
{
    public const string TokenPath = "/services/oauth2/token";

    public const string AuthorizePath = "/services/oauth2/authorize";

    private static readonly string[] GetOrPost = ["GET", "POST"];

    public static void Map(IEndpointRouteBuilder routes, EmulatedOrg org, AssertionKey? assertionKey)
    {
        var codes = new AuthorizationCodes(org.Clock);
        var authorization = new AuthorizationEndpoint(org, codes);
        routes.MapGet(AuthorizePath, authorization.GetAsync);
        routes.MapPost(AuthorizePath, authorization.PostAsync);
        routes.MapPost(TokenPath, new TokenEndpoint(org, assertionKey, codes).PostAsync);
        routes.MapMethods("/services/oauth2/revoke", GetOrPost, new RevokeEndpoint(org).RevokeAsync);
        routes.MapPost("/services/oauth2/introspect", new IntrospectEndpoint(org).PostAsync);
        var identity = new IdentityEndpoint(org);
        routes.MapMethods("/services/oauth2/userinfo", GetOrPost, identity.UserInfoAsync);
        routes.MapGet("/id/{organization}/{user}", identity.IdentityAsync);
        routes.MapGet("/id/keys", org.IdTokens.KeysAsync);
    }
}
