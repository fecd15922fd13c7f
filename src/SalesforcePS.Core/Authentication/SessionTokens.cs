using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Http;

namespace SalesforcePS.Core.Authentication;

/// <summary>The session's current token, renewed by signing in again; parallel callers renew it once between them.</summary>
internal sealed class SessionTokens(SignIn signIn, ApiTransport transport) : ITokenSource, IDisposable
{
    private readonly SemaphoreSlim gate = new(1, 1);
    private AccessToken? current;

    public AccessToken? Current => Volatile.Read(ref current);

    public async ValueTask<AccessToken> GetAsync(CancellationToken cancellation) =>
        Current ?? await RenewAsync(null, cancellation).ConfigureAwait(false);

    public async ValueTask<AccessToken> RenewAsync(AccessToken? expired, CancellationToken cancellation)
    {
        await gate.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            if (Current is { } renewed && !ReferenceEquals(renewed, expired))
                return renewed;
            if (expired is not null && !signIn.CanRenew)
                throw new AuthenticationException($"The session has ended, and a session by {signIn.Method} cannot renew itself. Connect again.")
                {
                    ErrorCode = SalesforceErrors.InvalidSession,
                };
            var token = await signIn.SignInAsync(transport, cancellation).ConfigureAwait(false);
            Volatile.Write(ref current, token);
            return token;
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();
}
