using System.Runtime.InteropServices;

namespace SalesforcePS.Emulator.Storage;

/// <summary>
/// The columns of the row that a statement stands on, straight from SQLite (c3ref "Result Values From A Query"): for millions of values
/// the library's guard around each call would cost more than the call. Whoever uses it holds the statement.
/// </summary>
internal readonly partial struct NativeColumns(nint statement)
{
    private const string Library = "e_sqlite3";

    public bool IsNull(int column) => sqlite3_column_type(statement, column) == SQLitePCL.raw.SQLITE_NULL;

    public long Integer(int column) => sqlite3_column_int64(statement, column);

    public double Double(int column) => sqlite3_column_double(statement, column);

    /// <summary>The bytes of a text, and none where it is null. Good until the statement moves on.</summary>
    public unsafe ReadOnlySpan<byte> Text(int column)
    {
        var bytes = sqlite3_column_blob(statement, column);
        return new ReadOnlySpan<byte>((void*)bytes, sqlite3_column_bytes(statement, column));
    }

    [LibraryImport(Library), SuppressGCTransition]
    private static partial int sqlite3_column_type(nint statement, int column);

    [LibraryImport(Library), SuppressGCTransition]
    private static partial long sqlite3_column_int64(nint statement, int column);

    [LibraryImport(Library), SuppressGCTransition]
    private static partial double sqlite3_column_double(nint statement, int column);

    [LibraryImport(Library), SuppressGCTransition]
    private static partial nint sqlite3_column_blob(nint statement, int column);

    [LibraryImport(Library), SuppressGCTransition]
    private static partial int sqlite3_column_bytes(nint statement, int column);
}
