namespace SalesforcePS.Emulator.Storage;

internal static class SqlName
{
    /// <summary>Column of the INTEGER PRIMARY KEY: the sequence number inside the record id.</summary>
    public const string Key = "_key";

    public static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
