namespace SalesforcePS.Emulator.OAuth;

/// <summary>A refused request (RFC 6749, 4.1.2.1 and 5.2).</summary>
internal sealed class OAuthException(string error, string description) : Exception(description)
{
    public string Error { get; } = error;

    public static OAuthException UnknownClient() => new("invalid_client_id", "client identifier invalid");

    public static OAuthException WrongSecret() => new("invalid_client", "invalid client credentials");

    public static OAuthException NotApproved() => new("OAUTH_APP_ACCESS_DENIED", "user is not admin approved to access this app");

    public static OAuthException RedirectUri() => new("redirect_uri_mismatch", "redirect_uri must match configuration");

    public static OAuthException Grant(string description) => new("invalid_grant", description);
}
