using System.Threading.Channels;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Sessions;
using SalesforcePS.Core.Writing;

namespace SalesforcePS.Core.Bulk.Ingest;

/// <summary>Takes batches of records through their jobs and puts out one outcome for each record, whatever happens to its job.</summary>
internal sealed class RecordJobRun(SalesforceConnection connection, WriteOptions options, ChannelWriter<RecordOutcome> outcomes)
{
    private volatile SalesforceException? fatal;

    public Action<BulkJob>? Report { get; init; }

    public bool NoWait { get; init; }

    public async Task RunAsync(RecordBatch batch, CancellationToken cancellation)
    {
        var results = new RowResultList(batch.Records.Count);
        string? jobId = null;
        try
        {
            if (fatal is not null)
                throw fatal;
            var run = new IngestRun(connection, IngestSettings.Of(options, batch.ObjectType))
            {
                Report = Report,
                BeforeStart = id =>
                {
                    jobId = id;
                    return Task.CompletedTask;
                },
            };
            var job = await run.StartAsync(batch.Rows, cancellation).ConfigureAwait(false);
            if (NoWait)
            {
                Report?.Invoke(job);
                foreach (var record in batch.Records)
                    await outcomes.WriteAsync(new RecordOutcome(record) { JobId = job.Id, IsPending = true }, cancellation).ConfigureAwait(false);
                return;
            }
            job = await run.WaitAsync(job, batch.Rows, cancellation).ConfigureAwait(false);
            await run.ReadResultsAsync(batch.Rows, job, results, cancellation).ConfigureAwait(false);
            await WriteAsync(batch, results, null, jobId, cancellation).ConfigureAwait(false);
        }
        catch (SalesforceException failed)
        {
            if (SalesforceErrors.IsFinal(failed))
                fatal = failed;
            await WriteAsync(batch, results, Explain(failed, jobId), jobId, cancellation).ConfigureAwait(false);
        }
        finally
        {
            batch.Rows.Dispose();
        }
    }

    /// <param name="error">That of the records without a result.</param>
    private async Task WriteAsync(RecordBatch batch, RowResultList results, SalesforceException? error, string? jobId, CancellationToken cancellation)
    {
        for (var i = 0; i < batch.Records.Count; i++)
        {
            var outcome = results[i] is { } result
                ? result.OutcomeOf(batch.Records[i], options.Operation, jobId!)
                : new RecordOutcome(batch.Records[i]) { Error = error, JobId = jobId };
            await outcomes.WriteAsync(outcome, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Once the job may have begun, the org goes on with it, and only its results can say what became of a record.</summary>
    private static SalesforceException Explain(SalesforceException failed, string? jobId) =>
        jobId is null
            ? failed
            : new OutcomeUnknownException($"The results of job {jobId} could not be read: {failed.Message} Ask the job itself: Receive-SfJob {jobId}.", failed);
}
