using SalesforcePS.Emulator.Org;

namespace SalesforcePS.Emulator.OAuth;

internal sealed class TokenEndpoint(EmulatedOrg org, AssertionKey? assertionKey, AuthorizationCodes codes)
{
    private readonly ClientCredentialsGrant clientCredentials = new(org);
    private readonly PasswordGrant password = new(org);
    private readonly JwtBearerGrant jwtBearer = new(org, assertionKey);
    private readonly AuthorizationCodeGrant authorizationCode = new(org, codes);
    private readonly RefreshGrant refresh = new(org);
    private readonly TokenAnswer answer = new(org);

    public async Task PostAsync(HttpContext context)
    {
        try
        {
            var request = await TokenRequest.ReadAsync(context);
            await answer.WriteAsync(context, request, Authorize(request));
        }
        catch (OAuthException refusal)
        {
            await OAuthError.WriteAsync(context, refusal);
        }
    }

    private TokenGrant Authorize(TokenRequest request) => request["grant_type"] switch
    {
        "authorization_code" => authorizationCode.Authorize(request),
        "client_credentials" => clientCredentials.Authorize(request),
        "password" => password.Authorize(request),
        "refresh_token" => refresh.Authorize(request),
        JwtBearerGrant.GrantType => jwtBearer.Authorize(request),
        _ => throw new OAuthException("unsupported_grant_type", "grant type not supported"),
    };
}
