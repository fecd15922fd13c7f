using SalesforcePS.Emulator.Sessions;

namespace SalesforcePS.Emulator.Users;

/// <summary>Checks a user name with a password, for the SOAP login, the password flow and the sign-in page.</summary>
internal sealed class PasswordSignIn(UserDirectory users, SignInSettings settings)
{
    /// <param name="userName">Whatever the case.</param>
    /// <param name="password">With the security token behind it where the API needs one.</param>
    /// <param name="isBrowser">A person in a browser, who is never asked for a security token.</param>
    /// <param name="account">The user, where the outcome is success.</param>
    public PasswordOutcome Check(string userName, string password, bool isBrowser, out UserAccount? account)
    {
        var rules = settings.Current;
        account = users.FindByName(userName);
        var expected = account is null ? null : users.Passwords.Of(account);
        if (account is null || expected is null || !password.StartsWith(expected, StringComparison.Ordinal))
            return PasswordOutcome.Wrong;
        var token = password[expected.Length..];
        var isTrusted = isBrowser || !rules.RequireSecurityToken;
        if (token != account.SecurityToken && !(isTrusted && token.Length == 0))
            return token.Length == 0 ? PasswordOutcome.NeedsSecurityToken : PasswordOutcome.Wrong;
        if (!users.IsActive(account))
            return PasswordOutcome.Inactive;
        return rules.IsNetworkRefused ? PasswordOutcome.NetworkRefused : PasswordOutcome.Success;
    }
}
