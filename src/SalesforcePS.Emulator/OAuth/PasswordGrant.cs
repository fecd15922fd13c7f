using SalesforcePS.Emulator.Org;

namespace SalesforcePS.Emulator.OAuth;

internal sealed class PasswordGrant(OrgCredentials credentials)
{
    public TokenGrant Authorize(TokenRequest request)
    {
        ClientCheck.Require(credentials, request);
        var isUser = request["username"].Equals(credentials.UserName, StringComparison.OrdinalIgnoreCase);
        if (!isUser || request["password"] != credentials.Password + credentials.SecurityToken)
            throw new OAuthException("invalid_grant", "authentication failure");
        return new TokenGrant(Scope: null, IsSigned: true);
    }
}
