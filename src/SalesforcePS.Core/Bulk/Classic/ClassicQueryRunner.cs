using System.Globalization;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text;
using SalesforcePS.Core.Bulk.Query;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Query;
using SalesforcePS.Core.Sessions;
using SalesforcePS.Core.Soql;

namespace SalesforcePS.Core.Bulk.Classic;

/// <summary>Runs SOQL as Bulk 1.0 jobs of one batch, which the org may split by ranges of Ids (api-asynch "PK Chunking").</summary>
internal sealed class ClassicQueryRunner(SalesforceConnection connection)
{
    private const int MostSends = 3;

    // Ctrl+C ends the cmdlet within a second, job or not.
    private static readonly TimeSpan LongestAbort = TimeSpan.FromMilliseconds(700);
    private static readonly TimeSpan LookUp = TimeSpan.FromMilliseconds(250);

    private readonly ClassicJobClient client = new(connection);

    /// <summary>The query's rows, in the order of its batches. While the job is waited for, empty chunks let the reader look up.</summary>
    /// <exception cref="SalesforceException">Bulk cannot run the query (<c>NOT_SUPPORTED_BY_BULK</c>), or Salesforce refused it.</exception>
    /// <exception cref="ProtocolException">There are not as many rows as the batches have found.</exception>
    public async IAsyncEnumerable<IReadOnlyList<object>> ReadAsync(
        string bound, SelectStatement select, QueryOptions options, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (job, batchId) = await StartAsync(bound, select, options, cancellation).ConfigureAwait(false);
        options.Note?.Invoke($"Bulk 1.0 query job {job.Id} on {select.From}.");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var watch = new BatchWatch(client, job.Id, connection.Time, stop.Token) { Report = batches => options.JobSeen?.Invoke(Seen(job, batches)) };
        var isRead = false;
        try
        {
            var waiting = watch.WaitAsync(batchId);
            while (await Task.WhenAny(waiting, Task.Delay(LookUp, connection.Time, stop.Token)).ConfigureAwait(false) != waiting)
                yield return [];
            var sent = await waiting.ConfigureAwait(false);
            if (options.PkChunkSize is not null && sent.State == "Completed")
                options.Note?.Invoke("The org has not split the query by Ids: it does not where there is LIMIT, ORDER BY or a filter on an Id.");
            var results = new JobResults(connection, job, new CsvColumnPlan(connection, select.From, select))
            {
                Window = new ClassicPageWindow(connection, client, job, await BatchesAsync(job, sent, watch, stop.Token).ConfigureAwait(false), options.ThrottleLimit),
                Unordered = options.Unordered,
                ThrottleLimit = options.ThrottleLimit,
            };
            await foreach (var chunk in results.ReadAsync(stop.Token).ConfigureAwait(false))
                yield return chunk;
            isRead = true;
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await TryEndAsync(job.Id, isRead).ConfigureAwait(false);
        }
    }

    /// <summary>Makes the job, closes it and does not wait for it.</summary>
    /// <exception cref="SalesforceException">Bulk cannot run the query (<c>NOT_SUPPORTED_BY_BULK</c>), or Salesforce refused it.</exception>
    public async Task<BulkJob> StartAsync(string soql, QueryOptions options, CancellationToken cancellation)
    {
        var bound = await BulkQueryRunner.BindAsync(connection, soql, options, cancellation).ConfigureAwait(false);
        var (job, _) = await StartAsync(bound, BulkQueryRunner.Select(bound), options, cancellation).ConfigureAwait(false);
        try
        {
            return await client.CloseAsync(job.Id, cancellation).ConfigureAwait(false);
        }
        catch
        {
            await TryEndAsync(job.Id, isRead: false).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>
    /// The batches that have the rows. A query that the org splits by Id has one for each range; all of them are there once the batch
    /// that was sent says that it will not be processed itself (api-asynch "PK Chunking").
    /// </summary>
    private async Task<IEnumerable<Task<ClassicBatch>>> BatchesAsync(BulkJob job, ClassicBatch sent, BatchWatch watch, CancellationToken cancellation)
    {
        if (sent.State != "NotProcessed")
            return [Task.FromResult(sent)];
        var ranges = (await client.ListBatchesAsync(job.Id, cancellation).ConfigureAwait(false)).Where(batch => batch.Id != sent.Id).ToList();
        return ranges.Count == 0 ? [Task.FromResult(sent)] : ranges.Select(range => watch.WaitAsync(range.Id));
    }

    /// <summary>A job takes one batch: with a second one its rows would come twice. So a lost answer is followed by another job.</summary>
    private async Task<(BulkJob Job, string BatchId)> StartAsync(string soql, SelectStatement select, QueryOptions options, CancellationToken cancellation)
    {
        if (await new BulkQueryCheck(connection.Schema).FindObstacleAsync(soql, select, cancellation).ConfigureAwait(false) is { } obstacle)
            throw BulkQueryCheck.Refusal(obstacle);
        var root = await connection.Schema.GetAsync(select.From, cancellation).ConfigureAwait(false);
        var settings = new ClassicJobSettings(root.Name, options.IncludeDeleted ? "queryAll" : "query")
        {
            Header = options.PkChunkSize is { } size ? ("Sforce-Enable-PKChunking", $"chunkSize={size.ToString(CultureInfo.InvariantCulture)}") : null,
        };
        for (var send = 1; ; send++)
        {
            var job = await client.CreateAsync(settings, cancellation).ConfigureAwait(false);
            try
            {
                return (job, (await client.AddBatchAsync(job.Id, () => Content(soql), cancellation).ConfigureAwait(false)).Id);
            }
            catch (OutcomeUnknownException) when (send < MostSends)
            {
                await TryEndAsync(job.Id, isRead: false).ConfigureAwait(false);
            }
            catch
            {
                await TryEndAsync(job.Id, isRead: false).ConfigureAwait(false);
                throw;
            }
        }
    }

    private static ByteArrayContent Content(string soql) =>
        new(Encoding.UTF8.GetBytes(soql)) { Headers = { ContentType = new MediaTypeHeaderValue("text/csv") { CharSet = "UTF-8" } } };

    /// <summary>Closes a job whose rows are here, or aborts it; the rows, or what went wrong before, do not hang on it.</summary>
    private async Task TryEndAsync(string jobId, bool isRead)
    {
        using var limit = new CancellationTokenSource(LongestAbort, connection.Time);
        try
        {
            await (isRead ? client.CloseAsync(jobId, limit.Token) : client.AbortAsync(jobId, limit.Token)).ConfigureAwait(false);
        }
        catch (Exception failed) when (failed is SalesforceException or OperationCanceledException)
        {
        }
    }

    private static BulkJob Seen(BulkJob job, IReadOnlyList<ClassicBatch> batches)
    {
        var seen = ClassicBatch.Sum(job, batches);
        return seen with { State = seen.BatchesUnderWay == 0 ? "Closed" : "InProgress" };
    }
}
