namespace SalesforcePS.Emulator.OAuth;

/// <summary>A refused token request (RFC 6749, 5.2).</summary>
internal sealed class OAuthException(string error, string description) : Exception(description)
{
    public string Error { get; } = error;
}
