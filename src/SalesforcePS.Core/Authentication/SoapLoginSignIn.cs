using System.Security;
using SalesforcePS.Core.Http;
using SalesforcePS.Core.Soap;

namespace SalesforcePS.Core.Authentication;

/// <summary>
/// User name, password and security token by SOAP <c>login()</c>. API 64.0 is the last that has it, and Salesforce ends it in
/// Summer '27 (soap-api-end-of-life-policy); it is off by default in new orgs.
/// </summary>
public sealed class SoapLoginSignIn(Uri loginUri, string userName, SecureString password, SecureString? securityToken) : SignIn
{
    internal const string LastVersion = "64.0";

    public override string Method => "SOAP login";

    public override bool IsEnding => true;

    internal override Task<AccessToken> SignInAsync(ApiTransport transport, CancellationToken cancellation) =>
        LoginCall.SendAsync(
            transport,
            new Uri(loginUri, $"/services/Soap/u/{LastVersion}"),
            userName,
            () => password.Reveal() + securityToken?.Reveal(),
            cancellation);
}
