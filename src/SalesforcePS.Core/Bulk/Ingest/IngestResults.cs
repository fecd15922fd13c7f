using System.Runtime.CompilerServices;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Sessions;

namespace SalesforcePS.Core.Bulk.Ingest;

/// <summary>The results of an ingest job that is done, from whichever process it was started.</summary>
internal sealed class IngestResults(SalesforceConnection connection)
{
    private const string AddedColumn = "sf__";

    /// <summary>Every row of the job once: first the written ones, then the refused, then those the job did not come to.</summary>
    public async IAsyncEnumerable<ReceivedRow> ReadAsync(BulkJob job, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var client = new IngestJobClient(connection);
        foreach (var kind in Enum.GetValues<ResultKind>())
        {
            // A file that breaks off is read again from its start, so its rows wait until it is whole.
            var table = await client.ReadResultsAsync(job.Id, kind, RowTable.ReadCsvAsync, cancellation).ConfigureAwait(false);
            foreach (var row in table.Rows)
                yield return Receive(row, kind, job);
        }
    }

    private static ReceivedRow Receive(IReadOnlyList<KeyValuePair<string, string?>> row, ResultKind kind, BulkJob job)
    {
        string? id = null, outcome = null;
        var cells = new List<KeyValuePair<string, string?>>(row.Count);
        foreach (var cell in row)
        {
            if (cell.Key == "sf__Id")
                id = cell.Value;
            else if (cell.Key.StartsWith(AddedColumn, StringComparison.Ordinal))
                outcome = cell.Value;
            else
                cells.Add(cell);
        }
        return new ReceivedRow(cells, id, kind == ResultKind.Successful && outcome == "true", ErrorOf(kind, outcome, job));
    }

    private static RecordException? ErrorOf(ResultKind kind, string? outcome, BulkJob job) => kind switch
    {
        ResultKind.Successful => null,
        ResultKind.Failed => BulkErrorText.Parse(outcome ?? ""),
        _ => RecordException.From("NOT_PROCESSED", $"Job {job.Id} ended ({job.State}) before it came to this record: {job.ErrorMessage ?? "it was stopped"}. It can be sent again."),
    };
}
