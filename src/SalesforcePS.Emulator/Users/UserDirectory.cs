using Microsoft.Data.Sqlite;
using SalesforcePS.Emulator.Org;
using SalesforcePS.Emulator.Rights;
using SalesforcePS.Emulator.Storage;

namespace SalesforcePS.Emulator.Users;

/// <summary>Everyone who can sign in: the administrator and the users of the users file.</summary>
internal sealed class UserDirectory
{
    private readonly OrgDatabase database;
    private readonly UserRecords records;
    private readonly Dictionary<string, UserAccount> byId;
    private readonly Dictionary<string, UserAccount> byName;

    public UserDirectory(OrgDatabase database, IReadOnlyList<DeclaredUser> declared, TimeProvider clock)
    {
        this.database = database;
        records = new UserRecords(database.Schema, clock);
        var administrator = OrgIdentity.Administrator;
        var credentials = CredentialStore.LoadOrCreate(database, administrator.UserName);
        Credentials = credentials;
        Administrator = new UserAccount(administrator, credentials.Password, credentials.SecurityToken, UserAccess.Full);
        var accesses = declared.Select(user => user.Profile).Distinct().ToDictionary(profile => profile, profile => UserAccess.Of(profile, database.Schema));
        var accounts = database.Write((connection, _) => declared
            .Select(user => new UserAccount(records.Save(connection, user), user.Password, user.SecurityToken, accesses[user.Profile]))
            .ToList());
        Declared = declared;
        byId = accounts.Prepend(Administrator).ToDictionary(account => account.Id, StringComparer.Ordinal);
        Passwords = new UserPasswords(database, Administrator);
        byName = byId.Values.ToDictionary(account => account.Identity.UserName, StringComparer.OrdinalIgnoreCase);
    }

    public OrgCredentials Credentials { get; }

    public UserAccount Administrator { get; }

    public UserPasswords Passwords { get; }

    private IReadOnlyList<DeclaredUser> Declared { get; }

    public UserAccount? Find(string userId) => byId.GetValueOrDefault(userId);

    public UserAccount? FindByName(string userName) => byName.GetValueOrDefault(userName);

    /// <exception cref="ApiException">The user who made a job, for example, was in an earlier users file and is in none now.</exception>
    public UserAccount Require(string userId) =>
        Find(userId) ?? throw new ApiException("INVALID_USER", $"The user {userId} cannot sign in any more: the users file does not name them.");

    /// <summary>Active as the user's own record says: administrators may change it.</summary>
    public bool IsActive(UserAccount account) => database.Read((connection, _) => UserRecords.IsActive(connection, account.Id));

    /// <summary>Puts the records of users and profiles back when all records have been deleted; inside of that write.</summary>
    public void Restore(SqliteConnection connection)
    {
        foreach (var user in Declared)
            records.Save(connection, user, byName[user.UserName].Identity);
    }
}
