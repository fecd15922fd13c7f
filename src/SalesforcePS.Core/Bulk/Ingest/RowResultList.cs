using System.Text;
using SalesforcePS.Core.Errors;

namespace SalesforcePS.Core.Bulk.Ingest;

/// <summary>Keeps the results of a batch until all are known.</summary>
internal sealed class RowResultList(int rows) : IRowResults
{
    private readonly RowResult?[] results = new RowResult?[rows];

    /// <summary>The row's result; null while it has none.</summary>
    public RowResult? this[int index] => results[index];

    public void Succeed(int index, ReadOnlySpan<byte> id, bool created) =>
        results[index] = new RowResult(index, TextOf(id), created, null);

    public void Fail(int index, ReadOnlySpan<byte> id, SalesforceException error) =>
        results[index] = new RowResult(index, TextOf(id), false, error);

    private static string? TextOf(ReadOnlySpan<byte> id) => id.IsEmpty ? null : Encoding.ASCII.GetString(id);
}
