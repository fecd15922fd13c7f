using Microsoft.Data.Sqlite;

namespace SalesforcePS.Emulator.Bulk;

/// <summary>
/// Where jobs live: in the org's own database, so that a chunk of records and its results are written in one
/// transaction and a job that was interrupted goes on where it stopped.
/// </summary>
internal static class BulkTables
{
    /// <summary>Owner of content that has not come to its end; ids do not begin so.</summary>
    public const string UploadPrefix = "upload ";

    private static readonly string[] Names = ["_bulk_job", "_bulk_batch", "_bulk_content", "_bulk_outcome", "_bulk_result"];

    public static void Create(SqliteConnection connection)
    {
        Execute(connection, "CREATE TABLE IF NOT EXISTS _bulk_job (key INTEGER PRIMARY KEY AUTOINCREMENT, definition TEXT)");
        Execute(connection, "CREATE TABLE IF NOT EXISTS _bulk_batch (key INTEGER PRIMARY KEY AUTOINCREMENT, job TEXT, definition TEXT)");
        Execute(connection, "CREATE INDEX IF NOT EXISTS \"_bulk_batch.job\" ON _bulk_batch (job)");
        Execute(connection, "CREATE TABLE IF NOT EXISTS _bulk_content (owner TEXT, part INTEGER, data BLOB, PRIMARY KEY (owner, part))");
        // What came of uploads that the end of the emulator broke off.
        Execute(connection, $"DELETE FROM _bulk_content WHERE owner LIKE '{UploadPrefix}%'");
        Execute(connection, "CREATE TABLE IF NOT EXISTS _bulk_outcome (owner TEXT, first INTEGER, count INTEGER, data BLOB, PRIMARY KEY (owner, first))");
        Execute(connection, "CREATE TABLE IF NOT EXISTS _bulk_result (owner TEXT, first INTEGER, count INTEGER, data BLOB, PRIMARY KEY (owner, first))");
    }

    public static void Clear(SqliteConnection connection)
    {
        foreach (var name in Names)
            Execute(connection, $"DELETE FROM {name}");
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // constants of this class
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
