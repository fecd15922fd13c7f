using Microsoft.Data.Sqlite;
using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Storage;

/// <summary>Brings a database to the org's schema: objects and fields may be new, but none may be gone or changed.</summary>
internal sealed class SchemaMigration(SqliteConnection connection, OrgSchema schema)
{
    /// <summary>True when the database was empty.</summary>
    public bool Run()
    {
        using var transaction = connection.BeginTransaction();
        Execute("CREATE TABLE IF NOT EXISTS _schema (sobject TEXT, field TEXT, declaration TEXT, PRIMARY KEY (sobject, field))");
        Execute("CREATE TABLE IF NOT EXISTS _sequence (sobject TEXT PRIMARY KEY, last INTEGER)");
        Execute("CREATE TABLE IF NOT EXISTS _cleared_reference (root TEXT, sobject TEXT, field TEXT, key INTEGER)");
        Execute("CREATE INDEX IF NOT EXISTS \"_cleared_reference.root\" ON _cleared_reference (root)");
        var known = ReadKnown();
        RefuseLosses(known);
        foreach (var type in schema.Types)
            Migrate(type, known);
        transaction.Commit();
        return known.Count == 0;
    }

    private void Migrate(SObjectType type, Dictionary<(string Type, string Field), string> known)
    {
        var isNew = !known.ContainsKey((type.Name, SystemFields.Id));
        if (isNew)
            ExecuteAll(SqlTable.Create(type, schema));
        foreach (var field in SqlTable.Columns(type).Where(field => !known.ContainsKey((type.Name, field.Name))))
        {
            if (!isNew)
                ExecuteAll(SqlTable.AddColumn(type, field, schema));
            using var command = connection.CreateCommand();
            command.CommandText = "INSERT INTO _schema VALUES ($type, $field, $declaration)";
            command.Parameters.AddWithValue("$type", type.Name);
            command.Parameters.AddWithValue("$field", field.Name);
            command.Parameters.AddWithValue("$declaration", Remembered(type, field));
            command.ExecuteNonQuery();
        }
    }

    private void RefuseLosses(Dictionary<(string Type, string Field), string> known)
    {
        foreach (var ((typeName, fieldName), declaration) in known)
        {
            var type = schema.Find(typeName)
                ?? throw Refused($"it holds records of {typeName}, an object that the schema does not have");
            var field = SqlTable.Columns(type).FirstOrDefault(field => field.Name == fieldName)
                ?? throw Refused($"it has the field {typeName}.{fieldName}, which the schema does not have");
            if (Remembered(type, field) != declaration)
                throw Refused($"the field {typeName}.{fieldName} is '{declaration}' in it, but '{Remembered(type, field)}' by the schema");
        }
    }

    // Ids are stored with the key prefix of their object, and custom objects get theirs by their order in the schema file.
    private static string Remembered(SObjectType type, SObjectField field) =>
        field.Type == FieldType.Id ? $"{SqlColumn.Declaration(type, field)} {type.KeyPrefix}" : SqlColumn.Declaration(type, field);

    private SchemaException Refused(string reason) => new(
        $"The database {connection.DataSource} does not fit the schema: {reason}. "
        + "Start with the schema file that it was made with (fields may be added to it, and objects at its end), or with another database file.");

    private Dictionary<(string Type, string Field), string> ReadKnown()
    {
        var known = new Dictionary<(string, string), string>();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT sobject, field, declaration FROM _schema";
        using var reader = command.ExecuteReader();
        while (reader.Read())
            known.Add((reader.GetString(0), reader.GetString(1)), reader.GetString(2));
        return known;
    }

    private void ExecuteAll(IEnumerable<string> statements)
    {
        foreach (var statement in statements)
            Execute(statement);
    }

    private void Execute(string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // names come from the schema, are checked there and quoted here
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
