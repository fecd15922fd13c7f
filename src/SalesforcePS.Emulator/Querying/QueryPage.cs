namespace SalesforcePS.Emulator.Querying;

/// <param name="Rows">The records of this page; none for SELECT COUNT().</param>
/// <param name="TotalSize">How many records the query found, on all pages together.</param>
/// <param name="Locator">Where the next page begins; null on the last page.</param>
internal sealed record QueryPage(IReadOnlyList<QueryRow> Rows, long TotalSize, string? Locator)
{
    public bool Done => Locator is null;
}
