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

    /// <exception cref="PSArgumentException">What was given is enough for no kind of sign-in.</exception>
    public SignIn CreateSignIn() => this switch
    {
        { AccessToken: { } token, InstanceUrl: { } instance } => new AccessTokenSignIn(token, instance),
        { ClientId: { } id, UserName: { } user, Key: { } key } => new JwtBearerSignIn(LoginUrl, id, user, key(), TimeProvider.System),
        { ClientId: { } id, ClientSecret: { } secret } => new ClientCredentialsSignIn(LoginUrl, id, secret),
        { UserName: { } user, Password: { } password } => new SoapLoginSignIn(LoginUrl, user, password, SecurityToken),
        _ => throw new PSArgumentException(
            "It takes a client id with a client secret, a client id with a user name and a key, an access token with an instance URL, or a user name with a password."),
    };
}
