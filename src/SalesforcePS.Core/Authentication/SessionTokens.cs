using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Http;

namespace SalesforcePS.Core.Authentication;

/// <summary>
/// The session's current token, renewed by signing in again; parallel callers renew it once between them. A renewal goes on to its end
/// even where its callers are cancelled: half of it could cost the session a refresh token that is good only once.
/// </summary>
internal sealed class SessionTokens(SignIn signIn, ApiTransport transport) : ITokenSource, IDisposable
{
    private readonly object gate = new();
    private readonly CancellationTokenSource closing = new();
    private AccessToken? current;
    private Task<AccessToken>? renewal;

    public AccessToken? Current => Volatile.Read(ref current);

    public async ValueTask<AccessToken> GetAsync(CancellationToken cancellation) =>
        Current ?? await RenewAsync(null, cancellation).ConfigureAwait(false);

    public async ValueTask<AccessToken> RenewAsync(AccessToken? expired, CancellationToken cancellation)
    {
        Task<AccessToken> waiting;
        lock (gate)
        {
            if (current is { } renewed && !ReferenceEquals(renewed, expired))
                return renewed;
            if (renewal is null or { IsCompleted: true })
                renewal = Task.Run(() => SignInAsync(isRenewal: expired is not null), CancellationToken.None);
            waiting = renewal;
        }
        return await waiting.WaitAsync(cancellation).ConfigureAwait(false);
    }

    private async Task<AccessToken> SignInAsync(bool isRenewal)
    {
        if (isRenewal && !signIn.CanRenew)
            throw new AuthenticationException($"The session has ended, and a session by {signIn.Method} cannot renew itself. Connect again.")
            {
                ErrorCode = SalesforceErrors.InvalidSession,
            };
        var token = await signIn.SignInAsync(transport, closing.Token).ConfigureAwait(false);
        Volatile.Write(ref current, token);
        return token;
    }

    public void Dispose()
    {
        closing.Cancel();
        closing.Dispose();
    }
}
