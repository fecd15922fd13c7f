using SalesforcePS.Emulator.Org;

namespace SalesforcePS.Emulator.OAuth;

internal sealed class ClientCredentialsGrant(EmulatedOrg org)
{
    public TokenGrant Authorize(TokenRequest request)
    {
        var rules = org.SignIn.Current;
        if (!rules.IsMyDomain)
            throw OAuthException.Grant("request not supported on this domain");
        ClientCheck.Require(org.Credentials, request);
        var user = org.Users.FindByName(rules.RunAsUser) ?? throw OAuthException.Grant("no client credentials user enabled");
        SignInCheck.Require(org, user);
        return new TokenGrant(user, "api") { HasApiInstanceUrl = true };
    }
}
