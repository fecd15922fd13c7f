using SalesforcePS.Emulator.Bulk;

namespace SalesforcePS.Emulator.Bulk1;

/// <summary>insert, hardDelete, queryAll: case counts.</summary>
internal static class OperationNames
{
    private static readonly Dictionary<string, BulkOperation> ByName = Enum.GetValues<BulkOperation>().ToDictionary(Of, StringComparer.Ordinal);

    public static string Of(BulkOperation operation)
    {
        var name = operation.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    public static BulkOperation? Find(string name) => ByName.TryGetValue(name, out var operation) ? operation : null;
}
