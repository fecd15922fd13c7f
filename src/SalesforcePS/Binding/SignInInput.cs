using System.Management.Automation;
using System.Security;
using SalesforcePS.Core.Authentication;

namespace SalesforcePS.Binding;

/// <summary>What Connect-Sf was given, whichever way; makes the sign-in from it.</summary>
internal sealed record SignInInput(Uri LoginUrl)
{
    public string? ClientId { get; init; }

    public SecureString? ClientSecret { get; init; }

    public string? UserName { get; init; }

    public SecureString? Password { get; init; }

    public SecureString? SecurityToken { get; init; }

    public Func<SigningKey>? Key { get; init; }

    public SecureString? AccessToken { get; init; }

    public Uri? InstanceUrl { get; init; }

    public SecureString? RefreshToken { get; init; }

    public Func<SecureString, CancellationToken, Task>? OnTokenRefresh { get; init; }

    /// <summary>Set for a sign-in by browser.</summary>
    public BrowserSignInOptions? Browser { get; init; }

    public string? SfCliAlias { get; init; }

    /// <summary>User name and password by OAuth in place of SOAP; both can have a client id and secret beside them in a file.</summary>
    public bool IsOAuthPassword { get; init; }

    /// <summary>What an error of the sign-in is about: the address, or the CLI's alias.</summary>
    public object Address => SfCliAlias ?? (object)(InstanceUrl ?? LoginUrl);

    /// <exception cref="PSArgumentException">What was given is enough for no kind of sign-in.</exception>
    public SignIn CreateSignIn() => this switch
    {
        { SfCliAlias: { } alias } => new SfCliSignIn(alias, TimeProvider.System),
        { Browser: { } options, ClientId: { } id } => new BrowserSignIn(LoginUrl, id, ClientSecret, options),
        { RefreshToken: { } token, ClientId: { } id } => new RefreshTokenSignIn(LoginUrl, id, ClientSecret, token) { OnTokenRefresh = OnTokenRefresh },
        { IsOAuthPassword: true } => new PasswordSignIn(LoginUrl, ClientId!, ClientSecret!, UserName!, Password!, SecurityToken),
        { AccessToken: { } token, InstanceUrl: { } instance } => new AccessTokenSignIn(token, instance),
        { ClientId: { } id, UserName: { } user, Key: { } key } => new JwtBearerSignIn(LoginUrl, id, user, key(), TimeProvider.System),
        { ClientId: { } id, ClientSecret: { } secret } => new ClientCredentialsSignIn(LoginUrl, id, secret),
        { UserName: { } user, Password: { } password } => new SoapLoginSignIn(LoginUrl, user, password, SecurityToken),
        _ => throw new PSArgumentException(
            "It takes a client id with a client secret, a client id with a user name and a key, an access token with an instance URL, or a user name with a password."),
    };
}
