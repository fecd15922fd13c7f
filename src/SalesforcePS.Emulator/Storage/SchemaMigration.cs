using Microsoft.Data.Sqlite;
using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Storage;

/// <summary>
/// Brings a database to the org's schema. Objects and fields may be new, and fields may change as long as their values keep
/// their meaning; nothing that holds records may be gone.
/// </summary>
internal sealed class SchemaMigration(SqliteConnection connection, OrgSchema schema)
{
    private readonly SchemaMemory memory = new(connection);

    /// <summary>True when the database was empty.</summary>
    public bool Run()
    {
        using var transaction = connection.BeginTransaction();
        memory.Create();
        Execute("CREATE TABLE IF NOT EXISTS _sequence (sobject TEXT PRIMARY KEY, last INTEGER)");
        Execute("CREATE TABLE IF NOT EXISTS _cleared_reference (root TEXT, sobject TEXT, field TEXT, key INTEGER)");
        Execute("CREATE INDEX IF NOT EXISTS \"_cleared_reference.root\" ON _cleared_reference (root)");
        Execute("CREATE TABLE IF NOT EXISTS _purged (sobject TEXT, id TEXT, deleted INTEGER)");
        Execute("CREATE INDEX IF NOT EXISTS \"_purged.deleted\" ON _purged (sobject, deleted)");
        Execute("CREATE TABLE IF NOT EXISTS _recent (user TEXT, id TEXT, PRIMARY KEY (user, id))");
        Execute("CREATE TABLE IF NOT EXISTS _approval_lock (record TEXT PRIMARY KEY, is_open_to_approver INTEGER)");
        var known = memory.Read();
        RefuseLosses(known);
        // A view would hold on to the tables that are rebuilt below it.
        foreach (var type in schema.Types.Where(type => type.View is not null))
            Execute($"DROP VIEW IF EXISTS {SqlName.Quote(type.Name)}");
        foreach (var type in schema.Types.Where(type => type.View is null))
            Migrate(type, known);
        foreach (var type in schema.Types.Where(type => type.View is not null))
            Execute($"CREATE VIEW {SqlName.Quote(type.Name)} AS {type.View}");
        foreach (var statement in BlobTable.Create(schema))
            Execute(statement);
        transaction.Commit();
        return known.Count == 0;
    }

    private void Migrate(SObjectType type, Dictionary<(string Type, string Field), RememberedField> known)
    {
        var isNew = !known.ContainsKey((type.Name, SystemFields.Id));
        if (isNew)
            Execute(SqlTable.Create(type));
        var isRebuilt = false;
        foreach (var field in SqlTable.Columns(type))
        {
            var now = RememberedField.Of(type, field);
            var before = known.GetValueOrDefault((type.Name, field.Name));
            if (before == now)
                continue;
            if (before is null && !isNew)
                Execute(SqlTable.AddColumn(type, field));
            isRebuilt |= before is not null && before.Declaration != now.Declaration;
            memory.Save(type, field, now);
        }

        if (isRebuilt)
            Rebuild(type);
        foreach (var index in SqlTable.CreateIndexes(type))
            Execute(index);
    }

    /// <summary>SQLite changes no column: another table takes its values, and its name.</summary>
    private void Rebuild(SObjectType type)
    {
        const string Old = "_rebuilt";
        var table = SqlName.Quote(type.Name);
        var columns = string.Join(", ", SqlTable.StoredColumns(type));
        Execute($"ALTER TABLE {table} RENAME TO {Old}");
        Execute(SqlTable.Create(type));
        Execute($"INSERT INTO {table} ({columns}) SELECT {columns} FROM {Old}");
        Execute($"DROP TABLE {Old}");
    }

    private void RefuseLosses(Dictionary<(string Type, string Field), RememberedField> known)
    {
        var values = new StoredValueCheck(connection, schema);
        foreach (var ((typeName, fieldName), before) in known)
        {
            var type = schema.Find(typeName)
                ?? throw Refused($"it holds records of {typeName}, an object that the schema does not have");
            var field = SqlTable.Columns(type).FirstOrDefault(field => field.Name == fieldName)
                ?? throw Refused($"it has the field {typeName}.{fieldName}, which the schema does not have");
            if (values.Problem(type, field, before, RememberedField.Of(type, field)) is { } problem)
                throw Refused(problem);
        }
    }

    private SchemaException Refused(string reason) => new(
        $"The database {connection.DataSource} does not fit the schema: {reason}. "
        + "Start with the schema file that it was made with (fields may be added to it, and objects at its end), or with another database file.");

    private void Execute(string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // names come from the schema, are checked there and quoted here
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
