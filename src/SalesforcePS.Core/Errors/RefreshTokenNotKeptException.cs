using System.Security;

namespace SalesforcePS.Core.Errors;

/// <summary>Salesforce gave a new refresh token and ended the old one, and whoever was to keep the new one failed.</summary>
public sealed class RefreshTokenNotKeptException : SalesforceException
{
    public RefreshTokenNotKeptException(SecureString refreshToken, Exception cause)
        : base($"Salesforce gave a new refresh token and ended the old one, and the new one could not be handed on: {cause.Message}", cause)
    {
        ErrorCode = "REFRESH_TOKEN_NOT_KEPT";
        RefreshToken = refreshToken;
    }

    /// <summary>The new token, the only one that is still good.</summary>
    public SecureString RefreshToken { get; }
}
