using System.Globalization;

namespace SalesforcePS.Emulator.Bulk;

/// <summary>How the wire writes operations, delimiters and moments.</summary>
internal static class BulkNames
{
    public static string Of(BulkOperation operation)
    {
        var name = operation.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    /// <summary>Operations are case-sensitive (Bulk API 2.0 guide, create a job).</summary>
    public static BulkOperation? Operation(string name) => Enum.GetValues<BulkOperation>()
        .Where(operation => Of(operation) == name)
        .Select(operation => (BulkOperation?)operation)
        .FirstOrDefault();

    public static string Of(ColumnDelimiter delimiter) => delimiter.ToString().ToUpperInvariant();

    public static string Of(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.000+0000", CultureInfo.InvariantCulture);
}
