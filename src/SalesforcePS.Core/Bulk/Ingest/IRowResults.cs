using SalesforcePS.Core.Errors;

namespace SalesforcePS.Core.Bulk.Ingest;

/// <summary>
/// Takes what became of each row of a batch, by the row's index. A result file that breaks off is read again, and then says the same of a
/// row a second time.
/// </summary>
internal interface IRowResults
{
    void Succeed(int index, ReadOnlySpan<byte> id, bool created);

    /// <param name="id">Empty where the row has none.</param>
    void Fail(int index, ReadOnlySpan<byte> id, SalesforceException error);
}
