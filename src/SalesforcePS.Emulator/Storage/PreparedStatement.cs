using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace SalesforcePS.Emulator.Storage;

/// <summary>
/// A statement that is compiled once and run many times. It goes past SqliteCommand, whose parameter objects
/// cost more than the insert itself when records are loaded by the hundred thousand.
/// </summary>
internal sealed class PreparedStatement : IDisposable
{
    private readonly sqlite3 handle;
    private readonly sqlite3_stmt statement;

    public PreparedStatement(SqliteConnection connection, string sql)
        : this(connection.Handle!, sql)
    {
    }

    public PreparedStatement(sqlite3 handle, string sql)
    {
        this.handle = handle;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(handle, sql, out statement), handle);
    }

    /// <summary>Binds by position, counted from 1: string, long, double, bytes or null.</summary>
    public PreparedStatement Bind(int index, object? value)
    {
        var result = value switch
        {
            null => raw.sqlite3_bind_null(statement, index),
            string text => raw.sqlite3_bind_text(statement, index, text),
            long number => raw.sqlite3_bind_int64(statement, index, number),
            double number => raw.sqlite3_bind_double(statement, index, number),
            byte[] bytes => raw.sqlite3_bind_blob(statement, index, bytes),
            ReadOnlyMemory<byte> bytes => raw.sqlite3_bind_blob(statement, index, bytes.Span),
            _ => throw new ArgumentException($"No binding for {value.GetType()}.", nameof(value)),
        };
        SqliteException.ThrowExceptionForRC(result, handle);
        return this;
    }

    /// <summary>True while there is a row; after the last one the statement is ready for its next run.</summary>
    public bool Step()
    {
        var result = raw.sqlite3_step(statement);
        if (result == raw.SQLITE_ROW)
            return true;
        raw.sqlite3_reset(statement);
        if (result != raw.SQLITE_DONE)
            SqliteException.ThrowExceptionForRC(result, handle);
        return false;
    }

    /// <summary>Ends a run before its last row.</summary>
    public void Reset() => raw.sqlite3_reset(statement);

    public object? Value(int column) => raw.sqlite3_column_type(statement, column) switch
    {
        raw.SQLITE_NULL => null,
        raw.SQLITE_INTEGER => raw.sqlite3_column_int64(statement, column),
        raw.SQLITE_FLOAT => raw.sqlite3_column_double(statement, column),
        raw.SQLITE_TEXT => raw.sqlite3_column_text(statement, column).utf8_to_string(),
        _ => raw.sqlite3_column_blob(statement, column).ToArray(),
    };

    public long Integer(int column) => raw.sqlite3_column_int64(statement, column);

    public void Dispose() => statement.Dispose();
}
