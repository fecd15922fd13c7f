using System.Security;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Http;

namespace SalesforcePS.Core.Authentication;

/// <summary>A token that somebody else got; it cannot be renewed.</summary>
public sealed class AccessTokenSignIn(SecureString accessToken, Uri instanceUri) : SignIn
{
    public override string Method => "access token";

    public override bool CanRenew => false;

    internal override Task<AccessToken> SignInAsync(ApiTransport transport, CancellationToken cancellation) =>
        Task.FromResult(new AccessToken(Check(accessToken.Reveal()), instanceUri));

    /// <summary>A token with a line break in it, as copying leaves it, would break the request with an error that helps nobody.</summary>
    private static string Check(string token) =>
        token.Trim() is { Length: > 0 } trimmed && trimmed.All(c => c is > ' ' and <= '~')
            ? trimmed
            : throw new AuthenticationException("The access token is empty or has characters that no token has.") { ErrorCode = "INVALID_ACCESS_TOKEN" };
}
