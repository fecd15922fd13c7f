namespace SalesforcePS.Core.Bulk.Ingest;

/// <summary>Where a result file has what is read of it; -1 where it has not.</summary>
/// <param name="Outcome">Whether the record was created, or why it was refused.</param>
/// <param name="Cells">For each column of the upload its place.</param>
internal sealed record ResultColumns(int Id, int Outcome, int[] Cells)
{
    public static ResultColumns Of(IReadOnlyList<string> headers, IReadOnlyList<string> uploaded) => new(
        IndexOf(headers, "sf__Id"),
        Math.Max(IndexOf(headers, "sf__Created"), IndexOf(headers, "sf__Error")),
        [.. uploaded.Select(column => IndexOf(headers, column))]);

    private static int IndexOf(IReadOnlyList<string> headers, string name)
    {
        for (var i = 0; i < headers.Count; i++)
        {
            if (headers[i].Equals(name, StringComparison.OrdinalIgnoreCase))
                return i;
        }
        return -1;
    }
}
