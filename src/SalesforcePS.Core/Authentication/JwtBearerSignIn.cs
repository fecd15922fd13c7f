using SalesforcePS.Core.Http;

namespace SalesforcePS.Core.Authentication;

/// <summary>OAuth 2.0 JWT bearer: a signed assertion in place of a secret. The user must be pre-authorised for the app.</summary>
public sealed class JwtBearerSignIn(Uri loginUri, string clientId, string userName, SigningKey key, TimeProvider time) : SignIn
{
    public override string Method => "JWT bearer";

    internal override async Task<AccessToken> SignInAsync(ApiTransport transport, CancellationToken cancellation)
    {
        var answer = await TokenEndpoint.RequestAsync(
            transport,
            loginUri,
            () => new Dictionary<string, string>
            {
                ["grant_type"] = "urn:ietf:params:oauth:grant-type:jwt-bearer",
                ["assertion"] = JwtAssertion.Create(clientId, userName, Audience(loginUri), time.GetUtcNow(), key),
            },
            cancellation).ConfigureAwait(false);
        return answer.Token;
    }

    /// <summary>Salesforce takes its two login hosts, or the site's own address, as audience; a sandbox's My Domain means test.</summary>
    private static string Audience(Uri loginUri)
    {
        var host = loginUri.Host;
        if (host.EndsWith(".sandbox.my.salesforce.com", StringComparison.OrdinalIgnoreCase) || host.Equals("test.salesforce.com", StringComparison.OrdinalIgnoreCase))
            return "https://test.salesforce.com";
        return host.EndsWith(".salesforce.com", StringComparison.OrdinalIgnoreCase)
            ? "https://login.salesforce.com"
            : loginUri.GetLeftPart(UriPartial.Authority);
    }
}
