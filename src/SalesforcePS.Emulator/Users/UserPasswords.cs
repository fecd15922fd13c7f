using System.Collections.Concurrent;
using SalesforcePS.Emulator.Org;
using SalesforcePS.Emulator.Storage;

namespace SalesforcePS.Emulator.Users;

/// <summary>
/// The passwords as they are now. That of the administrator stays in the database; the users file gives those of the others
/// anew at each start.
/// </summary>
internal sealed class UserPasswords(OrgDatabase database, UserAccount administrator)
{
    private readonly ConcurrentDictionary<string, string> changed = new(StringComparer.Ordinal);

    public string Of(UserAccount account) => changed.GetValueOrDefault(account.Id, account.Password);

    public void Change(UserAccount account, string password)
    {
        changed[account.Id] = password;
        if (account.Id == administrator.Id)
            CredentialStore.SavePassword(database, password);
    }

    /// <summary>Back to those of the start.</summary>
    public void Reset()
    {
        changed.Clear();
        CredentialStore.SavePassword(database, administrator.Password);
    }
}
