using System.Security;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Http;

namespace SalesforcePS.Core.Authentication;

/// <summary>
/// OAuth 2.0 refresh token. Where the app rotates its tokens each refresh brings a new one and ends the old one (help 005316711): the
/// new one is kept before anything else happens, and then handed on.
/// </summary>
public sealed class RefreshTokenSignIn(Uri loginUri, string clientId, SecureString? clientSecret, SecureString refreshToken) : SignIn
{
    private SecureString current = refreshToken;
    private SecureString? notHandedOn;

    public override string Method => "refresh token";

    /// <summary>Takes each new refresh token, to keep it for another time. Until it has, no session comes of it.</summary>
    public Func<SecureString, CancellationToken, Task>? OnTokenRefresh { get; init; }

    internal override async Task<AccessToken> SignInAsync(ApiTransport transport, CancellationToken cancellation)
    {
        var answer = await TokenEndpoint.RequestAsync(
            transport,
            loginUri,
            () => TokenForms.WithClient(new() { ["grant_type"] = "refresh_token", ["refresh_token"] = current.Reveal() }, clientId, clientSecret),
            cancellation).ConfigureAwait(false);
        if (answer.RefreshToken is { } rotated)
            notHandedOn = current = rotated;
        await HandOnAsync(cancellation).ConfigureAwait(false);
        return answer.Token;
    }

    /// <summary>Hands on the token that this sign-in began with, as another one has got it just now.</summary>
    internal Task HandOnFirstAsync(CancellationToken cancellation)
    {
        notHandedOn = current;
        return HandOnAsync(cancellation);
    }

    internal SecureString RefreshToken => current;

    private async Task HandOnAsync(CancellationToken cancellation)
    {
        if (notHandedOn is not { } token)
            return;
        try
        {
            if (OnTokenRefresh is { } take)
                await take(token, cancellation).ConfigureAwait(false);
            notHandedOn = null;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The next renewal hands it on, or its successor.
            throw new RefreshTokenNotKeptException(token, exception);
        }
    }
}
