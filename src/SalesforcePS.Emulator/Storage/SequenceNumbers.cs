using Microsoft.Data.Sqlite;
using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Storage;

/// <summary>The last sequence number given out per sObject. A number is never given twice, whatever became of its record.</summary>
internal sealed class SequenceNumbers(OrgSchema schema)
{
    /// <summary>Up to here numbers belong to the seed records.</summary>
    public const long LastOfSeed = 100;

    private readonly Dictionary<string, long> last = schema.Types.ToDictionary(type => type.Name, _ => LastOfSeed);
    private readonly HashSet<string> changed = [];

    public long Next(SObjectType type)
    {
        changed.Add(type.Name);
        return ++System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(last, type.Name, out _);
    }

    public void Load(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT sobject, last FROM _sequence";
        using var reader = command.ExecuteReader();
        while (reader.Read())
            last[reader.GetString(0)] = reader.GetInt64(1);
    }

    public void Save(SqliteConnection connection)
    {
        foreach (var typeName in changed)
        {
            using var command = connection.CreateCommand();
            command.CommandText = "INSERT INTO _sequence VALUES ($type, $last) ON CONFLICT DO UPDATE SET last = excluded.last";
            command.Parameters.AddWithValue("$type", typeName);
            command.Parameters.AddWithValue("$last", last[typeName]);
            command.ExecuteNonQuery();
        }
        changed.Clear();
    }

    public void Reset()
    {
        foreach (var typeName in last.Keys)
        {
            last[typeName] = LastOfSeed;
            changed.Add(typeName);
        }
    }
}
