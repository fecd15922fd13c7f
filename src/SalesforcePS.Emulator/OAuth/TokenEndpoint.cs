using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SalesforcePS.Emulator.Http;
using SalesforcePS.Emulator.Org;

namespace SalesforcePS.Emulator.OAuth;

internal sealed class TokenEndpoint(EmulatedOrg org, AssertionKey? assertionKey)
{
    private readonly ClientCredentialsGrant clientCredentials = new(org.Credentials);
    private readonly PasswordGrant password = new(org.Credentials);
    private readonly JwtBearerGrant jwtBearer = new(org.Credentials, assertionKey, org.Clock);

    public async Task PostAsync(HttpContext context)
    {
        try
        {
            if (!context.Request.HasFormContentType)
                throw new OAuthException("unsupported_grant_type", "grant type not supported");
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            var request = new TokenRequest(form, context.Request.Headers.Authorization, RequestUrl.Base(context.Request));
            await WriteAsync(context, request, Authorize(request));
        }
        catch (OAuthException refusal)
        {
            await OAuthError.WriteAsync(context, refusal);
        }
    }

    private TokenGrant Authorize(TokenRequest request) => request["grant_type"] switch
    {
        "client_credentials" => clientCredentials.Authorize(request),
        "password" => password.Authorize(request),
        JwtBearerGrant.GrantType => jwtBearer.Authorize(request),
        _ => throw new OAuthException("unsupported_grant_type", "grant type not supported"),
    };

    private Task WriteAsync(HttpContext context, TokenRequest request, TokenGrant grant)
    {
        var session = org.Sessions.Create(org.User);
        var identityUrl = IdentityEndpoint.Url(request.BaseUrl, org.Identity);
        var issuedAt = org.Clock.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        return JsonResponse.WriteAsync(context, StatusCodes.Status200OK, writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("access_token", session.Id);
            if (grant.IsSigned)
                writer.WriteString("signature", Sign(identityUrl + issuedAt));
            if (grant.Scope is not null)
                writer.WriteString("scope", grant.Scope);
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
