using System.Security;
using SalesforcePS.Core.Http;

namespace SalesforcePS.Core.Authentication;

/// <summary>
/// The OAuth 2.0 user name and password flow. Orgs created since Summer '23 block it, external client apps do not have it, and
/// Salesforce is deprecating it (help 000886201).
/// </summary>
public sealed class PasswordSignIn(
    Uri loginUri, string clientId, SecureString clientSecret, string userName, SecureString password, SecureString? securityToken) : SignIn
{
    public override string Method => "OAuth password";

    public override bool IsEnding => true;

    internal override async Task<AccessToken> SignInAsync(ApiTransport transport, CancellationToken cancellation)
    {
        var answer = await TokenEndpoint.RequestAsync(
            transport,
            loginUri,
            () => new Dictionary<string, string>
            {
                ["grant_type"] = "password",
                ["client_id"] = clientId,
                ["client_secret"] = clientSecret.Reveal(),
                ["username"] = userName,
                ["password"] = password.Reveal() + securityToken?.Reveal(),
            },
            cancellation).ConfigureAwait(false);
        return answer.Token;
    }
}
