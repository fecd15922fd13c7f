using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace SalesforcePS.Emulator.Storage;

/// <summary>SQLite holds a database in memory to 1 GiB unless told otherwise; an org with its bulk jobs may well be larger.</summary>
internal static class MemoryLimit
{
    // SQLITE_FCNTL_SIZE_LIMIT (SQLite, "Standard File Control Opcodes"). SQLitePCL.raw does not offer the call.
    private const int SizeLimit = 36;

    private const long Bytes = 1L << 40;

    public static void Raise(SqliteConnection connection)
    {
        var limit = Bytes;
        SqliteException.ThrowExceptionForRC(FileControl(connection.Handle!, 0, SizeLimit, ref limit), connection.Handle!);
    }

#pragma warning disable SYSLIB1054 // a source generated import needs unsafe code, for one call
    [DllImport("e_sqlite3", EntryPoint = "sqlite3_file_control")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
    private static extern int FileControl(sqlite3 connection, nint schema, int operation, ref long limit);
#pragma warning restore SYSLIB1054
}
