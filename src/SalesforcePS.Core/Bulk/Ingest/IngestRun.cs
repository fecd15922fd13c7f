using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Sessions;

namespace SalesforcePS.Core.Bulk.Ingest;

/// <summary>Takes one batch through a Bulk 2.0 job: create, upload, wait, results.</summary>
internal sealed class IngestRun(SalesforceConnection connection, IngestSettings settings)
{
    private const int MostUploads = 3;

    private readonly IngestJobClient client = new(connection);

    /// <summary>Called with each new state of the job.</summary>
    public Action<BulkJob>? Report { get; init; }

    /// <summary>Called with the job's Id before the org may begin: whoever keeps a journal writes it now.</summary>
    public Func<string, Task>? BeforeStart { get; init; }

    /// <summary>Opens a job and uploads the batch. After this the org works on it, whoever waits.</summary>
    public async Task<BulkJob> StartAsync(IngestBatch batch, CancellationToken cancellation)
    {
        batch.Spool.Seal();
        var jobId = await UploadAsync(batch, cancellation).ConfigureAwait(false);
        if (BeforeStart is { } prepare)
            await prepare(jobId).ConfigureAwait(false);
        return await client.CompleteUploadAsync(jobId, cancellation).ConfigureAwait(false);
    }

    /// <summary>Waits for the job; when the wait is cancelled, the job is aborted.</summary>
    public async Task<BulkJob> WaitAsync(BulkJob job, IngestBatch batch, CancellationToken cancellation)
    {
        try
        {
            return await client.WaitAsync(job, batch.Count, Report, cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await TryAbortAsync(job.Id).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Gives every row of the batch its result.</summary>
    public async Task ReadResultsAsync(IngestBatch batch, BulkJob job, IRowResults results, CancellationToken cancellation)
    {
        var matcher = new ResultMatcher(batch, job, results);
        var reader = new ResultFileReader(batch, matcher);
        await client.ReadResultsAsync(job.Id, ResultKind.Successful, reader, cancellation).ConfigureAwait(false);
        await client.ReadResultsAsync(job.Id, ResultKind.Failed, reader, cancellation).ConfigureAwait(false);
        if (batch.Rows.Count > 0)
            await client.ReadResultsAsync(job.Id, ResultKind.Unprocessed, reader, cancellation).ConfigureAwait(false);
        matcher.FailRest();
    }

    /// <summary>A job takes one upload: where its answer is lost, the job is given up unstarted and another one opened.</summary>
    private async Task<string> UploadAsync(IngestBatch batch, CancellationToken cancellation)
    {
        for (var upload = 1; ; upload++)
        {
            var job = await client.CreateAsync(settings, cancellation).ConfigureAwait(false);
            try
            {
                await client.UploadAsync(job.Id, batch.Spool, cancellation).ConfigureAwait(false);
                return job.Id;
            }
            catch (OutcomeUnknownException) when (upload < MostUploads)
            {
                await TryAbortAsync(job.Id).ConfigureAwait(false);
            }
            catch
            {
                await TryAbortAsync(job.Id).ConfigureAwait(false);
                throw;
            }
        }
    }

    /// <summary>Aborting is a courtesy: an unstarted job does nothing, and the failure that led here is the one to tell.</summary>
    public async Task TryAbortAsync(string jobId)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(1), connection.Time);
        try
        {
            await client.AbortAsync(jobId, timeout.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is SalesforceException or OperationCanceledException)
        {
        }
    }
}
