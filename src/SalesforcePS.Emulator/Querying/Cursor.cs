using System.Globalization;

namespace SalesforcePS.Emulator.Querying;

/// <summary>The records that a query found when it ran, in their order.</summary>
internal sealed record Cursor(string Id, PreparedQuery Query, ArraySegment<long> Keys, string UserId, int BatchSize, DateTimeOffset Expires)
{
    /// <summary>Names the page that begins at the offset.</summary>
    public string Locator(int offset) => string.Create(CultureInfo.InvariantCulture, $"{Id}-{offset}");
}
