using Microsoft.Data.Sqlite;
using SalesforcePS.Emulator.Identity;
using SalesforcePS.Emulator.Org;
using SalesforcePS.Emulator.Rights;
using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Storage;

namespace SalesforcePS.Emulator.Users;

/// <summary>The User and Profile records of the users file. A record that is there already keeps its Id, found by its name.</summary>
internal sealed class UserRecords(OrgSchema schema, TimeProvider clock)
{
    /// <param name="connection">The writer's.</param>
    /// <param name="user">What the file says.</param>
    /// <param name="known">The Ids that the user and the profile have had so far.</param>
    public OrgIdentity Save(SqliteConnection connection, DeclaredUser user, OrgIdentity? known = null)
    {
        var profileId = SaveProfile(connection, user.Profile, known?.ProfileId);
        var id = Find(connection, "User", "Username", user.UserName);
        if (id is null)
        {
            id = known?.UserId ?? NextId(connection, "User");
            SeedRecords.InsertUser(connection, schema, clock.GetUtcNow(), id, user.UserName, user.FirstName, user.LastName, user.Email, profileId);
        }
        else
        {
            SetProfile(connection, id, profileId);
        }

        return OrgIdentity.Administrator with
        {
            UserId = id,
            ProfileId = profileId,
            UserName = user.UserName,
            FirstName = user.FirstName,
            LastName = user.LastName,
            Email = user.Email,
        };
    }

    public static bool IsActive(SqliteConnection connection, string userId)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT \"IsActive\" FROM \"User\" WHERE \"Id\" = $id";
        command.Parameters.AddWithValue("$id", userId);
        return command.ExecuteScalar() is 1L;
    }

    private string SaveProfile(SqliteConnection connection, Profile profile, string? known)
    {
        if (Find(connection, "Profile", "Name", profile.Name) is { } id)
            return id;
        id = known ?? NextId(connection, "Profile");
        SeedRecords.Insert(connection, schema, clock.GetUtcNow(), "Profile", id, [("Name", profile.Name), ("UserType", "Standard")]);
        return id;
    }

    private static string? Find(SqliteConnection connection, string type, string field, string value)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // names of this class
        command.CommandText = $"SELECT \"Id\" FROM {SqlName.Quote(type)} WHERE {SqlName.Quote(field)} = $value";
#pragma warning restore CA2100
        command.Parameters.AddWithValue("$value", value);
        return command.ExecuteScalar() as string;
    }

    private string NextId(SqliteConnection connection, string type)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // names of this class
        command.CommandText = $"SELECT MAX(\"{SqlName.Key}\") + 1 FROM {SqlName.Quote(type)} WHERE \"{SqlName.Key}\" < {SequenceNumbers.LastOfSeed}";
#pragma warning restore CA2100
        return SalesforceId.Create(schema.Find(type)!.KeyPrefix, (long)command.ExecuteScalar()!);
    }

    private static void SetProfile(SqliteConnection connection, string userId, string profileId)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "UPDATE \"User\" SET \"ProfileId\" = $profile WHERE \"Id\" = $id";
        command.Parameters.AddWithValue("$profile", profileId);
        command.Parameters.AddWithValue("$id", userId);
        command.ExecuteNonQuery();
    }
}
