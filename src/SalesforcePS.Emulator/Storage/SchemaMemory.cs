using Microsoft.Data.Sqlite;
using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Storage;

/// <summary>The table in which a database remembers its schema.</summary>
internal sealed class SchemaMemory(SqliteConnection connection)
{
    private static readonly string[] LaterColumns = ["type TEXT", "reference_to TEXT", "is_unique INTEGER"];

    public void Create()
    {
        Execute("CREATE TABLE IF NOT EXISTS _schema (sobject TEXT, field TEXT, declaration TEXT, PRIMARY KEY (sobject, field))");
        var columns = Columns();
        foreach (var column in LaterColumns.Where(column => !columns.Contains(column.Split(' ')[0])))
            Execute($"ALTER TABLE _schema ADD COLUMN {column}");
    }

    public Dictionary<(string Type, string Field), RememberedField> Read()
    {
        var known = new Dictionary<(string, string), RememberedField>();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT sobject, field, declaration, type, reference_to, is_unique FROM _schema";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            FieldType? type = reader.IsDBNull(3) ? null : Enum.Parse<FieldType>(reader.GetString(3));
            known.Add(
                (reader.GetString(0), reader.GetString(1)),
                new RememberedField(reader.GetString(2), type, reader.IsDBNull(4) ? null : reader.GetString(4), !reader.IsDBNull(5) && reader.GetInt64(5) != 0));
        }

        return known;
    }

    public void Save(SObjectType owner, SObjectField field, RememberedField memory)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "INSERT OR REPLACE INTO _schema (sobject, field, declaration, type, reference_to, is_unique) "
            + "VALUES ($sobject, $field, $declaration, $type, $references, $unique)";
        command.Parameters.AddWithValue("$sobject", owner.Name);
        command.Parameters.AddWithValue("$field", field.Name);
        command.Parameters.AddWithValue("$declaration", memory.Declaration);
        command.Parameters.AddWithValue("$type", memory.Type.ToString());
        command.Parameters.AddWithValue("$references", memory.ReferenceTo);
        command.Parameters.AddWithValue("$unique", memory.IsUnique ? 1 : 0);
        command.ExecuteNonQuery();
    }

    private HashSet<string> Columns()
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM pragma_table_info('_schema')";
        using var reader = command.ExecuteReader();
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read())
            names.Add(reader.GetString(0));
        return names;
    }

    private void Execute(string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // constants of this class
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
