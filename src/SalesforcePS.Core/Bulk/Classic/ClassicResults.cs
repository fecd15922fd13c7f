using System.Runtime.CompilerServices;
using SalesforcePS.Core.Bulk.Ingest;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Sessions;

namespace SalesforcePS.Core.Bulk.Classic;

/// <summary>
/// The results of a Bulk 1.0 job that wrote and is done, from whichever process or tool it was started: each batch as it was uploaded,
/// and what became of each of its rows, by their place.
/// </summary>
internal sealed class ClassicResults(SalesforceConnection connection)
{
    /// <summary>Every row of the job once, in the order of its batches, of which one is in memory at a time.</summary>
    public async IAsyncEnumerable<ReceivedRow> ReadAsync(BulkJob job, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var content = new BatchContent(job);
        var client = new ClassicJobClient(connection, job.ApiVersion);
        foreach (var batch in await client.ListBatchesAsync(job.Id, cancellation).ConfigureAwait(false))
        {
            var table = await ReadRowsAsync(client, job, batch, content, cancellation).ConfigureAwait(false);
            foreach (var result in await ReadResultsAsync(client, job, batch, content, table, cancellation).ConfigureAwait(false))
                yield return new ReceivedRow(table.Rows[result.Index], result.Id, result.Created, result.Error);
        }
    }

    private static async Task<IEnumerable<RowResult>> ReadResultsAsync(
        ClassicJobClient client, BulkJob job, ClassicBatch batch, BatchContent content, RowTable table, CancellationToken cancellation)
    {
        try
        {
            IReadOnlyList<ClassicResult> results = BatchResults.AreThere(batch)
                ? await client.ReadResultsAsync(job.Id, batch.Id, content.ReadResultsAsync, cancellation).ConfigureAwait(false)
                : [];
            return BatchResults.Bind(job.Id, batch, table.Columns, table.Rows.Count, results);
        }
        catch (SalesforceException refused) when (refused.GetType() == typeof(SalesforceException))
        {
            // The results of the other batches do not hang on these.
            var unknown = new OutcomeUnknownException($"The org does not give the results of batch {batch.Id} of job {job.Id} ({batch.State}): {refused.Message}", refused);
            return table.Rows.Select((_, index) => new RowResult(index, null, false, unknown));
        }
    }

    /// <summary>A batch that the org could not read cannot be read here either: it is one row without cells, whose error is the batch's.</summary>
    private static async Task<RowTable> ReadRowsAsync(ClassicJobClient client, BulkJob job, ClassicBatch batch, BatchContent content, CancellationToken cancellation)
    {
        try
        {
            return await client.ReadRequestAsync(job.Id, batch.Id, content.ReadRowsAsync, cancellation).ConfigureAwait(false);
        }
        catch (ProtocolException) when (batch.State == "Failed" && !BatchResults.AreThere(batch))
        {
            return new RowTable([], [[]]);
        }
    }
}
