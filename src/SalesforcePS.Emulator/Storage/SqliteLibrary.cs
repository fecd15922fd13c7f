using SQLitePCL;

namespace SalesforcePS.Emulator.Storage;

/// <summary>
/// Sets SQLite up for a process in which no two threads use a connection at once: its own locks around every value that is read, and its
/// count of all memory, cost a tenth of a bulk query.
/// </summary>
internal static class SqliteLibrary
{
    private static readonly Lazy<bool> Prepared = new(Prepare);

    /// <summary>To be called before the first database is opened; later it changes nothing.</summary>
    public static void Use() => _ = Prepared.Value;

    private static bool Prepare()
    {
        Batteries_V2.Init();
        return raw.sqlite3_config(raw.SQLITE_CONFIG_MULTITHREAD) == raw.SQLITE_OK
            && raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0) == raw.SQLITE_OK;
    }
}
