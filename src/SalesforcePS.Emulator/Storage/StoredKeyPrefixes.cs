using Microsoft.Data.Sqlite;
using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Storage;

/// <summary>The key prefixes by which a database file knows its objects, so that they stay what they are when others join them.</summary>
internal static class StoredKeyPrefixes
{
    public static KeyPrefixes Of(string fileOrMemory) =>
        new(fileOrMemory == OrgDatabase.InMemory || !File.Exists(fileOrMemory) ? [] : Read(fileOrMemory));

    private static Dictionary<string, string> Read(string file)
    {
        SqliteLibrary.Use();
        var prefixes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
        }.ToString());
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT sobject, declaration FROM _schema WHERE field = 'Id'";
            using var reader = command.ExecuteReader();
            while (reader.Read())
                prefixes.Add(reader.GetString(0), reader.GetString(1).Split(' ')[^1]);
        }
        catch (SqliteException)
        {
            // An empty file has no prefixes, and OrgDatabase says of any other what is wrong with it.
        }
        return prefixes;
    }
}
