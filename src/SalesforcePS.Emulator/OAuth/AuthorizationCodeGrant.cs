using SalesforcePS.Emulator.Org;

namespace SalesforcePS.Emulator.OAuth;

/// <summary>The second half of the web server flow: the code becomes a session.</summary>
internal sealed class AuthorizationCodeGrant(EmulatedOrg org, AuthorizationCodes codes)
{
    public TokenGrant Authorize(TokenRequest request)
    {
        var code = codes.Take(request["code"]);
        ClientCheck.RequireIdentity(org.Credentials, request, org.SignIn.Current.RequireSecret || code.Challenge.Length == 0);
        if (request["redirect_uri"] != code.Redirect)
            throw OAuthException.RedirectUri();
        if (code.Challenge.Length > 0 && !CodeChallenge.Fits(code.Challenge, request["code_verifier"]))
            throw OAuthException.Grant("invalid code verifier");
        SignInCheck.Require(org, code.User);
        var grant = new TokenGrant(code.User, code.Scope) { Nonce = code.Nonce };
        if (!OAuthScopes.HasRefreshToken(code.Scope))
            return grant;
        var token = org.RefreshTokens.Create(code.User.Id, code.Scope);
        return grant with { GrantId = token.GrantId, RefreshToken = token.Token };
    }
}
