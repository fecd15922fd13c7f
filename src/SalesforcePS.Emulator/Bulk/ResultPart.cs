using SalesforcePS.Emulator.Http;

namespace SalesforcePS.Emulator.Bulk;

/// <summary>Some rows of a query's result as CSV.</summary>
internal sealed record ResultPart(int Count, PooledStream Rows) : IDisposable
{
    public void Dispose() => Rows.Dispose();
}
