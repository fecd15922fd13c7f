using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace SalesforcePS.Emulator.Storage;

/// <summary>Opens connections to the database of the org, each ready to read computed columns.</summary>
internal sealed class OrgConnections(string fileOrMemory, ComputedColumns computed)
{
    private const int BusyTimeoutMilliseconds = 60_000;

    private readonly string connectionString = fileOrMemory == OrgDatabase.InMemory
        ? $"Data Source=file:/{Guid.NewGuid():N}?vfs=memdb"
        : new SqliteConnectionStringBuilder { DataSource = fileOrMemory }.ToString();

    public bool IsInMemory => fileOrMemory == OrgDatabase.InMemory;

    public ComputedColumns Computed => computed;

    public SqliteConnection New() => new(connectionString);

    // In memory a reader waits for a running write and a write for running readers, a few milliseconds at most.
    public void Open(SqliteConnection connection)
    {
        connection.Open();
        SqliteException.ThrowExceptionForRC(raw.sqlite3_busy_timeout(connection.Handle!, BusyTimeoutMilliseconds), connection.Handle!);
        computed.Attach(connection);
    }
}
