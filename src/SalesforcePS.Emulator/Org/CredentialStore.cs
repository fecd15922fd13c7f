using Microsoft.Data.Sqlite;
using SalesforcePS.Emulator.Storage;

namespace SalesforcePS.Emulator.Org;

/// <summary>Keeps the secrets inside the database: those of a file last as long as the file, those of memory as long as the process.</summary>
internal static class CredentialStore
{
    public static OrgCredentials LoadOrCreate(OrgDatabase database, string userName) => database.Write((connection, _) =>
    {
        Execute(connection, "CREATE TABLE IF NOT EXISTS _credentials (password TEXT, securityToken TEXT, clientId TEXT, clientSecret TEXT)");
        if (Load(connection, userName) is { } stored)
            return stored;
        var created = OrgCredentials.CreateRandom(userName);
        Execute(
            connection,
            "INSERT INTO _credentials VALUES ($0, $1, $2, $3)",
            created.Password,
            created.SecurityToken,
            created.ClientId,
            created.ClientSecret);
        return created;
    });

    public static void SavePassword(OrgDatabase database, string password) => database.Write((connection, _) =>
    {
        Execute(connection, "UPDATE _credentials SET password = $0", password);
        return true;
    });

    private static OrgCredentials? Load(SqliteConnection connection, string userName)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT password, securityToken, clientId, clientSecret FROM _credentials";
        using var reader = command.ExecuteReader();
        return reader.Read()
            ? new OrgCredentials(userName, reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3))
            : null;
    }

    private static void Execute(SqliteConnection connection, string sql, params string[] values)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // constants of this class
        command.CommandText = sql;
#pragma warning restore CA2100
        for (var index = 0; index < values.Length; index++)
            command.Parameters.AddWithValue($"${index}", values[index]);
        command.ExecuteNonQuery();
    }
}
