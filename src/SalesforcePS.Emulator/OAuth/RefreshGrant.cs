using SalesforcePS.Emulator.Org;

namespace SalesforcePS.Emulator.OAuth;

internal sealed class RefreshGrant(EmulatedOrg org)
{
    public TokenGrant Authorize(TokenRequest request)
    {
        var rules = org.SignIn.Current;
        ClientCheck.RequireIdentity(org.Credentials, request, rules.RequireSecret);
        var used = org.RefreshTokens.Use(request["refresh_token"], rules.RotateRefreshTokens)
            ?? throw OAuthException.Grant("expired access/refresh token");
        var user = org.Users.Find(used.UserId) ?? throw OAuthException.Grant("expired access/refresh token");
        SignInCheck.Require(org, user);
        return new TokenGrant(user, used.Scope) { GrantId = used.GrantId, RefreshToken = rules.RotateRefreshTokens ? used.Token : null };
    }
}
