using SalesforcePS.Emulator.Org;
using SalesforcePS.Emulator.Users;

namespace SalesforcePS.Emulator.OAuth;

internal sealed class PasswordGrant(EmulatedOrg org)
{
    private readonly PasswordSignIn signIn = new(org.Users, org.SignIn);

    public TokenGrant Authorize(TokenRequest request)
    {
        var rules = org.SignIn.Current;
        ClientCheck.Require(org.Credentials, request);
        // An org where the flow is blocked says no more than for a wrong password.
        var outcome = signIn.Check(request["username"], request["password"], isBrowser: false, out var user);
        if (!rules.IsPasswordFlowAllowed || rules.IsPasswordExpired || outcome is PasswordOutcome.Wrong or PasswordOutcome.NeedsSecurityToken)
            throw OAuthException.Grant("authentication failure");
        SignInCheck.Require(org, user!);
        return rules.IsAppApproved ? new TokenGrant(user!, Scope: null) : throw OAuthException.NotApproved();
    }
}
