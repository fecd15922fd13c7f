using Microsoft.Data.Sqlite;
using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Storage;

/// <summary>The records of the org in SQLite: one table per sObject, many readers, one writer at a time.</summary>
internal sealed class OrgDatabase : IDisposable
{
    public const string InMemory = ":memory:";

    private readonly OrgConnections connections;
    private readonly SqliteConnection writer;
    private readonly FileLock? fileLock;
    private readonly TimeProvider time;
    private readonly object writing = new();
    private readonly Turns turns;
    private readonly StatementCache statements;
    private SqliteTransaction? current;

    private OrgDatabase(OrgConnections connections, SqliteConnection writer, FileLock? fileLock, OrgSchema schema, TimeProvider time)
    {
        this.connections = connections;
        this.writer = writer;
        this.fileLock = fileLock;
        statements = new StatementCache(writer.Handle!);
        this.time = time;
        turns = new Turns(connections.IsInMemory);
        Schema = schema;
        Sequences = new SequenceNumbers(schema);
        Locks = new RowLocks(time);
        Blobs = new BlobStore(this);
    }

    public OrgSchema Schema { get; }

    /// <summary>What formulas see besides records.</summary>
    public FormulaSurroundings Surroundings => connections.Computed.Surroundings;

    /// <summary>Only for use inside <see cref="Write{T}"/>.</summary>
    public SequenceNumbers Sequences { get; }

    public RowLocks Locks { get; }

    public BlobStore Blobs { get; }

    /// <summary>What formulas see of the writer's connection. Only for use inside <see cref="Write{T}"/>.</summary>
    public RecordSight Sight => connections.Computed.SightOf(writer);

    /// <summary>Opens or makes the database; a file that does not hold an older form of this schema is refused.</summary>
    public static OrgDatabase Open(string fileOrMemory, OrgSchema schema, TimeProvider time)
    {
        SqliteLibrary.Use();
        var fileLock = FileLock.Take(fileOrMemory);
        var connections = new OrgConnections(fileOrMemory, new ComputedColumns(schema, new FormulaSurroundings(time)));
        var writer = connections.New();
        try
        {
            connections.Open(writer);
            if (connections.IsInMemory)
                MemoryLimit.Raise(writer);
            else
                Execute(writer, "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;");
            var isNew = new SchemaMigration(writer, schema).Run();
            var database = new OrgDatabase(connections, writer, fileLock, schema, time);
            if (isNew)
            {
                database.Reset();
                return database;
            }
            database.Sequences.Load(writer);
            database.Write((_, _) => database.WriteDeclared());
            return database;
        }
        catch (SqliteException exception)
        {
            writer.Dispose();
            fileLock?.Dispose();
            throw new SchemaException($"The database {fileOrMemory} cannot be opened: {exception.Message.TrimEnd('.')}. Give the path of an emulator database or of a new file.");
        }
        catch
        {
            writer.Dispose();
            fileLock?.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Runs the work on a connection of its own, in one transaction: it sees the org as it was at one moment. Inside of the
    /// work of a write it sees what that has written so far.
    /// </summary>
    public T Read<T>(Func<SqliteConnection, SqliteTransaction, T> work)
    {
        if (IsWriting)
            return work(writer, current!);
        turns.EnterRead();
        try
        {
            using var connection = OpenReader();
            using var transaction = connection.BeginTransaction(deferred: true);
            return work(connection, transaction);
        }
        finally
        {
            turns.ExitRead();
        }
    }

    /// <summary>A connection of its own for reading; the caller disposes it.</summary>
    public SqliteConnection OpenReader()
    {
        var connection = connections.New();
        connections.Open(connection);
        return connection;
    }

    /// <summary>
    /// A statement of the writer's connection, kept for the next time. Only for use inside <see cref="Write{T}"/>,
    /// and only until the next call.
    /// </summary>
    public PreparedStatement Prepare(string sql) => statements.Prepare(sql);

    /// <summary>
    /// Runs the work in one transaction, which is rolled back when the work throws. Inside of the work of another write
    /// it is a part of that one. Work that needs locked records is taken back, waits without hindering others, and is done
    /// again; so it must leave no trace but in the database and in what it returns.
    /// </summary>
    public T Write<T>(Func<SqliteConnection, SqliteTransaction, T> work)
    {
        if (IsWriting)
            return work(writer, current!);
        var isWaitOver = false;
        DateTimeOffset? deadline = null;
        while (true)
        {
            try
            {
                return WriteOnce(work, isWaitOver);
            }
            catch (RowLockedException locked)
            {
                isWaitOver = !Locks.Wait(locked.Ids, deadline ??= time.GetUtcNow() + Locks.Timeout);
            }
        }
    }

    /// <summary>
    /// Runs the work in one transaction, or as a part of the one that is open, and takes back all that it wrote where it
    /// returns false or throws.
    /// </summary>
    public bool WriteUnlessRefused(Func<bool> work) => Write((_, transaction) =>
    {
        const string start = "start";
        transaction.Save(start);
        var isKept = false;
        try
        {
            isKept = work();
        }
        finally
        {
            if (!isKept)
                transaction.Rollback(start);
            transaction.Release(start);
        }

        return isKept;
    });

    /// <summary>Brings the org back to its first state: no records but the seed, sequence numbers from the start.</summary>
    public void Reset() => Write((connection, _) =>
    {
        foreach (var type in Schema.Types.Where(type => type.View is null))
            Execute(connection, $"DELETE FROM {SqlName.Quote(type.Name)}");
        Execute(connection, "DELETE FROM _cleared_reference; DELETE FROM _purged; DELETE FROM _recent; DELETE FROM _approval_lock; DELETE FROM _blob");
        Sequences.Reset();
        SeedRecords.Write(connection, Schema, time.GetUtcNow());
        return WriteDeclared();
    });

    public void Dispose()
    {
        lock (writing)
        {
            statements.Dispose();
            connections.Computed.Dispose();
            SqliteConnection.ClearPool(writer);
            writer.Dispose();
            turns.Dispose();
            fileLock?.Dispose();
        }
    }

    /// <summary>True in the middle of a write of this thread.</summary>
    private bool IsWriting => Monitor.IsEntered(writing) && current is not null;

    private T WriteOnce<T>(Func<SqliteConnection, SqliteTransaction, T> work, bool isWaitOver)
    {
        lock (writing)
        {
            turns.EnterWrite();
            try
            {
                Locks.IsWaitOver = isWaitOver;
                using var transaction = current = writer.BeginTransaction(deferred: false);
                var result = work(writer, transaction);
                Sequences.Save(writer);
                transaction.Commit();
                return result;
            }
            finally
            {
                current = null;
                turns.ExitWrite();
            }
        }
    }

    private bool WriteDeclared()
    {
        DeclaredRecords.Write(this, time.GetUtcNow());
        return true;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the names are the schema's and quoted
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
