using System.Security;
using SalesforcePS.Core.Http;

namespace SalesforcePS.Core.Authentication;

/// <summary>A token that somebody else got; it cannot be renewed.</summary>
public sealed class AccessTokenSignIn(SecureString accessToken, Uri instanceUri) : SignIn
{
    public override string Method => "access token";

    public override bool CanRenew => false;

    internal override Task<AccessToken> SignInAsync(ApiTransport transport, CancellationToken cancellation) =>
        Task.FromResult(new AccessToken(accessToken.Reveal(), instanceUri));
}
