using SalesforcePS.Emulator.Org;

namespace SalesforcePS.Emulator.OAuth;

internal sealed class JwtBearerGrant(OrgCredentials credentials, AssertionKey? key, TimeProvider clock)
{
    public const string GrantType = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    private static readonly TimeSpan LongestLife = TimeSpan.FromMinutes(5);

    public TokenGrant Authorize(TokenRequest request)
    {
        var assertion = JwtAssertion.Parse(request["assertion"]);
        if (assertion.Issuer != credentials.ClientId)
            throw new OAuthException("invalid_client_id", "client identifier invalid");
        if (key is null || !key.Verifies(assertion))
            throw new OAuthException("invalid_grant", "invalid assertion");
        if (!assertion.Audiences.Any(audience => IsAudience(audience, request.BaseUrl)))
            throw new OAuthException("invalid_grant", "Audience validation failed");
        var now = clock.GetUtcNow();
        if (assertion.Expires <= now || assertion.Expires > now + LongestLife)
            throw new OAuthException("invalid_grant", "expired authorization code");
        if (!string.Equals(assertion.Subject, credentials.UserName, StringComparison.OrdinalIgnoreCase))
            throw new OAuthException("invalid_grant", "user hasn't approved this consumer");
        return new TokenGrant("web api", IsSigned: false);
    }

    private static bool IsAudience(string audience, string baseUrl) =>
        audience.TrimEnd('/') is var trimmed
        && (trimmed is "https://login.salesforce.com" or "https://test.salesforce.com"
            || trimmed.Equals(baseUrl, StringComparison.OrdinalIgnoreCase)
            || trimmed.Equals(baseUrl + OAuthRoutes.TokenPath, StringComparison.OrdinalIgnoreCase));
}
