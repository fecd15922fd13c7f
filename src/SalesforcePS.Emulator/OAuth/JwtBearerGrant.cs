using SalesforcePS.Emulator.Org;

namespace SalesforcePS.Emulator.OAuth;

internal sealed class JwtBearerGrant(EmulatedOrg org, AssertionKey? key)
{
    public const string GrantType = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    private static readonly TimeSpan LongestLife = TimeSpan.FromMinutes(5);

    public TokenGrant Authorize(TokenRequest request)
    {
        var assertion = JwtAssertion.Parse(request["assertion"]);
        if (assertion.Issuer != org.Credentials.ClientId)
            throw OAuthException.UnknownClient();
        if (key is null || !key.Verifies(assertion))
            throw OAuthException.Grant("invalid assertion");
        if (!assertion.Audiences.Any(audience => IsAudience(audience, request.BaseUrl)))
            throw OAuthException.Grant("Audience validation failed");
        var now = org.Clock.GetUtcNow();
        if (assertion.Expires <= now || assertion.Expires > now + LongestLife)
            throw OAuthException.Grant("expired authorization code");
        if (org.Users.FindByName(assertion.Subject) is not { } user || !org.SignIn.Current.IsAppApproved)
            throw OAuthException.Grant("user hasn't approved this consumer");
        SignInCheck.Require(org, user);
        return new TokenGrant(user, "web api") { IsSigned = false };
    }

    /// <summary>An org takes the host alone too, as restforce sends it.</summary>
    private static bool IsAudience(string audience, string baseUrl)
    {
        var trimmed = audience.TrimEnd('/');
        string[] known = ["https://login.salesforce.com", "https://test.salesforce.com", baseUrl, baseUrl + OAuthRoutes.TokenPath];
        return known.Any(url => trimmed.Equals(url, StringComparison.OrdinalIgnoreCase)
            || trimmed.Equals(url[(url.IndexOf("//", StringComparison.Ordinal) + 2)..], StringComparison.OrdinalIgnoreCase));
    }
}
