using SalesforcePS.Emulator.Identity;
using SalesforcePS.Emulator.Org;
using SalesforcePS.Emulator.Records;
using SalesforcePS.Emulator.Rights;

namespace SalesforcePS.Emulator.Users;

/// <summary>Sets and resets passwords. The security token stays: there is no mail that could bring another.</summary>
internal sealed class PasswordChanger(EmulatedOrg org)
{
    private const int GeneratedLength = 12;

    /// <summary>Null where nobody with this Id can sign in.</summary>
    /// <exception cref="ApiException">The caller is neither this user nor an administrator.</exception>
    public UserAccount? Find(RequestUser caller, string userId)
    {
        var account = SalesforceId.TryNormalize(userId, out var id) ? org.Users.Find(id) : null;
        return account is null || account.Id == caller.UserId || caller.Access.Has(UserPermission.ModifyAllData)
            ? account
            : throw new ApiException("INSUFFICIENT_ACCESS", "You do not have permission to view this record.", StatusCodes.Status403Forbidden);
    }

    public void Set(UserAccount account, string password)
    {
        PasswordPolicy.Check(password, org.Users.Passwords.Of(account));
        Change(account, password);
    }

    /// <summary>Gives the new password.</summary>
    public string Reset(UserAccount account)
    {
        string password;
        do
            password = RandomText.Create(GeneratedLength);
        while (!PasswordPolicy.IsMixed(password));
        Change(account, password);
        return password;
    }

    public void ChangeOwn(UserAccount account, string former, string password)
    {
        if (former != org.Users.Passwords.Of(account))
            throw new ApiException("INVALID_OLD_PASSWORD", "invalid old password");
        Set(account, password);
    }

    /// <summary>A password that is new has not expired.</summary>
    private void Change(UserAccount account, string password)
    {
        org.Users.Passwords.Change(account, password);
        org.SignIn.Change(rules => rules with { IsPasswordExpired = false });
        org.Sessions.RenewPassword(account.Id);
    }
}
