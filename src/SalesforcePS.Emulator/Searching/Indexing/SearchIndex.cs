using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Storage;

namespace SalesforcePS.Emulator.Searching.Indexing;

/// <summary>
/// The full-text indexes. They are brought up to date by the search that needs them, never by a write: inserts cost
/// nothing at all, and changes a note of which record it was.
/// </summary>
internal sealed class SearchIndex
{
    /// <summary>Up to which key the records of an sObject are in its index, and which fields of theirs.</summary>
    public const string State = "_search_state";

    /// <summary>Records that were changed since.</summary>
    public const string Changes = "_search_changed";

    /// <summary>Records in one write, so that other writers get their turn.</summary>
    private const int BatchSize = 10_000;

    private readonly OrgDatabase database;
    private readonly Dictionary<string, IndexTable> tables;

    public SearchIndex(OrgDatabase database)
    {
        this.database = database;
        tables = database.Schema.Types.Where(type => type.Searchable).ToDictionary(type => type.Name, type => new IndexTable(type));
        database.Write((_, _) =>
        {
            Execute($"CREATE TABLE IF NOT EXISTS {State} (sobject TEXT PRIMARY KEY, indexed INTEGER, fields TEXT)");
            Execute($"CREATE TABLE IF NOT EXISTS {Changes} (sobject TEXT, key INTEGER, PRIMARY KEY (sobject, key)) WITHOUT ROWID");
            foreach (var trigger in tables.Values.Select(table => table.Trigger()).OfType<string>())
                Execute(trigger);
            return true;
        });
    }

    public IndexTable Table(SObjectType type) => tables[type.Name];

    /// <summary>Brings the index up to the records as they are now.</summary>
    public void Update(SObjectType type)
    {
        var table = Table(type);
        while (!database.Write((_, _) => AddBatch(table)))
        {
        }
    }

    /// <summary>Forgets all, as when the org begins anew. Part of the write that empties the org.</summary>
    public void Reset() => database.Write((_, _) =>
    {
        foreach (var table in tables.Values)
            ExecuteAll(table.Drop());
        Execute($"DELETE FROM {State}");
        Execute($"DELETE FROM {Changes}");
        return true;
    });

    /// <summary>True when nothing is left to do.</summary>
    private bool AddBatch(IndexTable table)
    {
        var (indexed, last) = (Indexed(table), Number($"SELECT IFNULL(MAX({SqlName.Quote(SqlName.Key)}), 0) FROM {SqlName.Quote(table.Type.Name)}"));
        var end = Math.Min(last, indexed + BatchSize);
        if (end > indexed)
        {
            database.Prepare(table.AddNew()).Bind(1, indexed).Bind(2, end).Step();
            database.Prepare($"UPDATE {State} SET indexed = ? WHERE sobject = ?").Bind(1, end).Bind(2, table.Type.Name).Step();
        }
        return !AddChanges(table) && end == last;
    }

    /// <summary>True when there were some: then there may be more.</summary>
    private bool AddChanges(IndexTable table)
    {
        var until = Number(
            $"SELECT IFNULL(MAX(key), 0) FROM (SELECT key FROM {Changes} WHERE sobject = '{table.Type.Name}' ORDER BY key LIMIT {BatchSize})");
        if (until == 0)
            return false;
        database.Prepare(table.AddChanged()).Bind(1, table.Type.Name).Bind(2, until).Step();
        database.Prepare($"DELETE FROM {Changes} WHERE sobject = ? AND key <= ?").Bind(1, table.Type.Name).Bind(2, until).Step();
        return true;
    }

    /// <summary>The last key in the index, which is made here where there is none, or one of other fields.</summary>
    private long Indexed(IndexTable table)
    {
        var state = database.Prepare($"SELECT indexed, fields FROM {State} WHERE sobject = ?").Bind(1, table.Type.Name);
        if (state.Step())
        {
            var (indexed, fields) = (state.Integer(0), state.Value(1) as string);
            state.Reset();
            if (fields == table.Signature)
                return indexed;
        }
        ExecuteAll(table.Drop());
        ExecuteAll(table.Create());
        database.Prepare($"INSERT OR REPLACE INTO {State} VALUES (?, 0, ?)").Bind(1, table.Type.Name).Bind(2, table.Signature).Step();
        return 0;
    }

    private long Number(string sql)
    {
        var statement = database.Prepare(sql);
        statement.Step();
        var number = statement.Integer(0);
        statement.Reset();
        return number;
    }

    private void ExecuteAll(IEnumerable<string> statements)
    {
        foreach (var statement in statements)
            Execute(statement);
    }

    private void Execute(string sql) => database.Prepare(sql).Step();
}
