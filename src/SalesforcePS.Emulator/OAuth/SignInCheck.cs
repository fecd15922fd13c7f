using SalesforcePS.Emulator.Org;
using SalesforcePS.Emulator.Users;

namespace SalesforcePS.Emulator.OAuth;

/// <summary>What every flow asks of the user whom it gives a session, however the user was found.</summary>
internal static class SignInCheck
{
    public static void Require(EmulatedOrg org, UserAccount user)
    {
        if (!org.Users.IsActive(user))
            throw OAuthException.Grant("inactive user");
        if (org.SignIn.Current.IsNetworkRefused)
            throw OAuthException.Grant("ip restricted");
    }
}
