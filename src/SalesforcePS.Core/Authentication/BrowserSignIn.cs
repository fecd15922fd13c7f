using System.Security;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Http;

namespace SalesforcePS.Core.Authentication;

/// <summary>
/// OAuth 2.0 web server flow with PKCE: somebody signs in with a browser, which then comes to a port of this machine (RFC 8252). The
/// session renews itself by the refresh token, where the app gives one.
/// </summary>
public sealed class BrowserSignIn : SignIn, IDisposable
{
    private readonly Uri loginUri;
    private readonly string clientId;
    private readonly SecureString? clientSecret;
    private readonly ProofKey proof = new();
    private readonly LoopbackListener listener;
    private RefreshTokenSignIn? renewal;

    /// <exception cref="AuthenticationException">The port is taken.</exception>
    public BrowserSignIn(Uri loginUri, string clientId, SecureString? clientSecret, BrowserSignInOptions options)
    {
        (this.loginUri, this.clientId, this.clientSecret, Options) = (loginUri, clientId, clientSecret, options);
        var state = ProofKey.RandomText();
        listener = LoopbackListener.Start(options.RedirectPort, state);
        AuthorizationUri = new Uri(loginUri, "/services/oauth2/authorize?" + Query(new()
        {
            ["response_type"] = "code",
            ["client_id"] = clientId,
            ["redirect_uri"] = listener.RedirectUri,
            ["state"] = state,
            ["code_challenge"] = proof.Challenge,
            ["code_challenge_method"] = "S256",
            ["login_hint"] = options.UserName,
        }));
    }

    public BrowserSignInOptions Options { get; }

    public override string Method => "browser";

    public override bool CanRenew => renewal is not null;

    /// <summary>Where the browser is to go. It holds no secret.</summary>
    public Uri AuthorizationUri { get; }

    internal override SecureString? OwnRefreshToken => Options.OnTokenRefresh is null ? renewal?.RefreshToken : null;

    internal override async Task<AccessToken> SignInAsync(ApiTransport transport, CancellationToken cancellation)
    {
        if (renewal is not null)
            return await renewal.SignInAsync(transport, cancellation).ConfigureAwait(false);
        using var limit = new CancellationTokenSource(Options.Timeout, Options.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        try
        {
            var callback = await listener.WaitAsync(either.Token).ConfigureAwait(false);
            var answer = await callback.AnswerAsync(code => RedeemAsync(transport, code, cancellation), loginUri.Host, cancellation).ConfigureAwait(false);
            return await KeepAsync(answer, cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw new AuthenticationException(
                $"Nobody signed in within {Options.Timeout.TotalSeconds:0} seconds{listener.Remark}. Connect again, and sign in on the page that opens.")
            { ErrorCode = "SIGN_IN_TIMED_OUT" };
        }
        finally
        {
            listener.Dispose();
        }
    }

    private Task<TokenAnswer> RedeemAsync(ApiTransport transport, string code, CancellationToken cancellation) =>
        TokenEndpoint.RequestAsync(
            transport,
            loginUri,
            () => TokenForms.WithClient(
                new()
                {
                    ["grant_type"] = "authorization_code",
                    ["code"] = code,
                    ["redirect_uri"] = listener.RedirectUri,
                    ["code_verifier"] = proof.Verifier,
                },
                clientId,
                clientSecret),
            cancellation);

    private async Task<AccessToken> KeepAsync(TokenAnswer answer, CancellationToken cancellation)
    {
        if (answer.RefreshToken is { } refreshToken)
        {
            renewal = new RefreshTokenSignIn(loginUri, clientId, clientSecret, refreshToken) { OnTokenRefresh = Options.OnTokenRefresh };
            await renewal.HandOnFirstAsync(cancellation).ConfigureAwait(false);
        }
        return answer.Token;
    }

    private static string Query(Dictionary<string, string?> parameters) => string.Join(
        '&',
        parameters.Where(parameter => parameter.Value is not null).Select(parameter => $"{parameter.Key}={Uri.EscapeDataString(parameter.Value!)}"));

    /// <summary>Closes the port, if nobody has come to it.</summary>
    public void Dispose() => listener.Dispose();
}
