using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SalesforcePS.Emulator.Http;
using SalesforcePS.Emulator.Org;

namespace SalesforcePS.Emulator.OAuth;

/// <summary>Begins the session and tells the client of it.</summary>
internal sealed class TokenAnswer(EmulatedOrg org)
{
    public Task WriteAsync(HttpContext context, TokenRequest request, TokenGrant grant)
    {
        var session = org.Sessions.Create(grant.User.Caller, grant.Scope, grant.GrantId);
        var identityUrl = IdentityEndpoint.Url(request.BaseUrl, grant.User.Identity);
        var issuedAt = org.Clock.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        // Tokens are not for caches (RFC 6749, 5.1).
        context.Response.Headers.CacheControl = "no-cache, no-store";
        return JsonResponse.WriteAsync(context, StatusCodes.Status200OK, writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("access_token", session.Id);
            if (grant.RefreshToken is not null)
                writer.WriteString("refresh_token", grant.RefreshToken);
            if (grant.IsSigned)
                writer.WriteString("signature", Sign(identityUrl + issuedAt));
            if (grant.Scope is not null)
                writer.WriteString("scope", grant.Scope);
            if (grant is { Nonce: { } nonce, Scope: { } scope } && OAuthScopes.Has(scope, OAuthScopes.OpenId))
                writer.WriteString("id_token", org.IdTokens.Create(request.BaseUrl, grant.User, nonce));
            writer.WriteString("instance_url", request.BaseUrl);
            writer.WriteString("id", identityUrl);
            writer.WriteString("token_type", "Bearer");
            if (grant.IsSigned)
                writer.WriteString("issued_at", issuedAt);
            if (grant.HasApiInstanceUrl)
                writer.WriteString("api_instance_url", "https://api.salesforce.com");
            writer.WriteEndObject();
        });
    }

    private string Sign(string text) =>
        Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(org.Credentials.ClientSecret), Encoding.UTF8.GetBytes(text)));
}
