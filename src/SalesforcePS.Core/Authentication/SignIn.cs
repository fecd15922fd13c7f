using SalesforcePS.Core.Http;

namespace SalesforcePS.Core.Authentication;

/// <summary>A way to get a session. Secrets stay in <see cref="System.Security.SecureString"/> until the request is made.</summary>
public abstract class SignIn
{
    private protected SignIn()
    {
    }

    /// <summary>How the session came about, as people call it: <c>client credentials</c>, <c>JWT bearer</c>, ...</summary>
    public abstract string Method { get; }

    /// <summary>False where the session cannot be renewed because no secret is kept.</summary>
    public virtual bool CanRenew => true;

    /// <summary>True for ways that Salesforce is about to end.</summary>
    public virtual bool IsEnding => false;

    /// <summary>False where the session belongs to somebody else, and is not to be ended here.</summary>
    internal virtual bool OwnsSession => true;

    /// <summary>The refresh token that nobody but this session has, and that ends with it; null where there is none.</summary>
    internal virtual System.Security.SecureString? OwnRefreshToken => null;

    /// <exception cref="Errors.AuthenticationException">Salesforce refused the sign-in.</exception>
    internal abstract Task<AccessToken> SignInAsync(ApiTransport transport, CancellationToken cancellation);
}
