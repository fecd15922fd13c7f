using System.Security;
using SalesforcePS.Core.Http;

namespace SalesforcePS.Core.Authentication;

/// <summary>OAuth 2.0 client credentials. The login URI must be the org's My Domain; login.salesforce.com refuses it.</summary>
public sealed class ClientCredentialsSignIn(Uri loginUri, string clientId, SecureString clientSecret) : SignIn
{
    public override string Method => "client credentials";

    internal override async Task<AccessToken> SignInAsync(ApiTransport transport, CancellationToken cancellation)
    {
        var answer = await TokenEndpoint.RequestAsync(
            transport,
            loginUri,
            () => new Dictionary<string, string>
            {
                ["grant_type"] = "client_credentials",
                ["client_id"] = clientId,
                ["client_secret"] = clientSecret.Reveal(),
            },
            cancellation).ConfigureAwait(false);
        return answer.Token;
    }
}
