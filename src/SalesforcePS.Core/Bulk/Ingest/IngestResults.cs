using System.Runtime.CompilerServices;
using CsvHelper;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Sessions;

namespace SalesforcePS.Core.Bulk.Ingest;

/// <summary>The results of an ingest job by its Id, from whichever process it was started.</summary>
public sealed class IngestResults(SalesforceConnection connection)
{
    private static readonly string[] Files = ["successfulResults", "failedResults", "unprocessedrecords"];

    /// <summary>Every row of the job once: first the written ones, then the refused, then those the job did not come to.</summary>
    /// <exception cref="SalesforceException">The org has no such job, or has not done with it (<c>JOB_NOT_DONE</c>).</exception>
    public async IAsyncEnumerable<ReceivedRow> ReadAsync(string jobId, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var client = new IngestJobClient(connection);
        var job = await client.GetAsync(jobId, cancellation).ConfigureAwait(false);
        if (!job.IsDone)
            throw new SalesforceException($"Job {jobId} is {job.State}: its results are there when it is done. Wait for it with Wait-SfJob.") { ErrorCode = "JOB_NOT_DONE" };
        foreach (var file in Files)
        {
            // A file that breaks off is read again from its start, so its rows wait until it is whole.
            var rows = await client.ReadResultsAsync(jobId, file, (stream, cancel) => ReadFileAsync(stream, file, job, cancel), cancellation).ConfigureAwait(false);
            foreach (var row in rows)
                yield return row;
        }
    }

    private static async Task<List<ReceivedRow>> ReadFileAsync(Stream stream, string file, BulkJob job, CancellationToken cancellation)
    {
        try
        {
            using var csv = CsvReader.Create(stream, new CsvReaderOptions { Separator = ',' }, leaveOpen: true);
            await csv.ReadHeaderAsync(cancellation).ConfigureAwait(false);
            var headers = csv.Headers;
            var rows = new List<ReceivedRow>();
            while (await csv.ReadAsync(cancellation).ConfigureAwait(false))
            {
                string? id = null, outcome = null;
                var cells = new List<KeyValuePair<string, string?>>(headers.Count);
                for (var i = 0; i < headers.Count; i++)
                {
                    var text = csv.IsEmpty(i) ? null : csv.GetString(i);
                    if (headers[i] == "sf__Id")
                        id = text;
                    else if (headers[i].StartsWith("sf__", StringComparison.Ordinal))
                        outcome = text;
                    else
                        cells.Add(new(headers[i], text));
                }
                rows.Add(new ReceivedRow(cells, id, file == Files[0] && outcome == "true", ErrorOf(file, outcome, job)));
            }
            return rows;
        }
        catch (CsvFormatException malformed)
        {
            throw new ProtocolException($"A result file of job {job.Id} could not be read: {malformed.Message}", malformed);
        }
    }

    private static RecordException? ErrorOf(string file, string? outcome, BulkJob job) => file switch
    {
        "successfulResults" => null,
        "failedResults" => BulkErrorText.Parse(outcome ?? ""),
        _ => RecordException.From("NOT_PROCESSED", $"Job {job.Id} ended ({job.State}) before it came to this record: {job.ErrorMessage ?? "it was stopped"}. It can be sent again."),
    };
}
