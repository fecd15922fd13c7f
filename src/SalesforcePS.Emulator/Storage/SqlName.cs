namespace SalesforcePS.Emulator.Storage;

internal static class SqlName
{
    /// <summary>Column of the INTEGER PRIMARY KEY: the sequence number inside the record id.</summary>
    public const string Key = "_key";

    /// <summary>Column with the id of the record whose deletion took this one along; the deleted record itself has its own id in it.</summary>
    public const string DeleteRoot = "_delete_root";

    public static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
