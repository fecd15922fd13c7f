using System.Threading.Channels;
using SalesforcePS.Core.Bulk.Ingest;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Writing;

namespace SalesforcePS.Core.Bulk.Classic;

/// <summary>Sends batches one after the other, reads each one's results as soon as it is done, and puts out one outcome for each record.</summary>
internal sealed class ClassicRecordRun(
    ClassicJobs jobs, WriteOptions options, ChannelWriter<RecordOutcome> outcomes, LockedRecords locked, CancellationToken stop)
{
    private const int MostSends = 3;

    private readonly TaskWindow underWay = new(options.BatchThrottleLimit);
    private ClassicJob? current;
    private (ClassicJob Job, string BatchId)? lastLeft;
    private volatile SalesforceException? fatal;

    /// <summary>Sends a batch, once there is room for it; its results are read while others are sent.</summary>
    public async Task SendAsync(RecordBatch batch)
    {
        try
        {
            await underWay.WaitForRoomAsync().ConfigureAwait(false);
            if (fatal is not null)
                throw fatal;
            var (job, batchId) = await AddAsync(batch).ConfigureAwait(false);
            if (jobs.NoWait)
                await LeaveAsync(job, batchId, batch).ConfigureAwait(false);
            else
                underWay.Start(() => ReadAsync(job, batchId, batch));
        }
        catch (SalesforceException failed)
        {
            NoteFatal(failed);
            await FailAsync(batch, failed, null).ConfigureAwait(false);
        }
        finally
        {
            batch.Rows.Dispose();
        }
    }

    /// <summary>Waits for the results of all batches sent.</summary>
    public Task WaitAsync() => underWay.CompleteAsync();

    public Task CloseAsync() => jobs.CloseAllAsync();

    public Task AbortAsync() => jobs.AbortUnfinishedAsync();

    private async Task<(ClassicJob Job, string BatchId)> AddAsync(RecordBatch batch)
    {
        batch.Rows.Spool.Seal();
        for (var send = 0; send < MostSends; send++)
        {
            var job = await jobs.FindAsync(batch).ConfigureAwait(false);
            if (options.Serial && (job is null || job != current))
                await LetOthersEndAsync().ConfigureAwait(false);
            current = job ??= await jobs.OpenAsync(batch).ConfigureAwait(false);
            if (await job.TryAddAsync(batch).ConfigureAwait(false) is { } batchId)
                return (job, batchId);
        }
        throw new ConnectionException($"The batch was sent {MostSends} times, and the connection broke each time before it arrived. Its records were not written.");
    }

    /// <summary>Serial holds for one job, whose batches are done in their order; another job must not run beside it.</summary>
    private async Task LetOthersEndAsync()
    {
        await underWay.CompleteAsync().ConfigureAwait(false);
        if (lastLeft is var (job, batchId))
            await job.Watch.WaitAsync(batchId).ConfigureAwait(false);
    }

    /// <summary>Nobody waits for the results: the outcome of each record is its job.</summary>
    private async Task LeaveAsync(ClassicJob job, string batchId, RecordBatch batch)
    {
        lastLeft = (job, batchId);
        job.BatchIsRead();
        foreach (var record in batch.Records)
            await outcomes.WriteAsync(new RecordOutcome(record) { JobId = job.Id, IsPending = true }, stop).ConfigureAwait(false);
    }

    private async Task ReadAsync(ClassicJob job, string batchId, RecordBatch batch)
    {
        try
        {
            var info = await job.Watch.WaitAsync(batchId).ConfigureAwait(false);
            var results = BatchResults.AreThere(info) ? await jobs.ReadResultsAsync(job.Id, batchId).ConfigureAwait(false) : [];
            foreach (var result in BatchResults.Bind(job.Id, info, batch.Rows.Columns, batch.Rows.Count, results))
            {
                var record = batch.Records[result.Index];
                if (!locked.TryKeep(record, result.Error))
                    await outcomes.WriteAsync(result.OutcomeOf(record, options.Operation, job.Id), stop).ConfigureAwait(false);
            }
        }
        catch (SalesforceException failed)
        {
            NoteFatal(failed);
            // Nothing above is written before all results are here.
            var unknown = new OutcomeUnknownException(
                $"The results of batch {batchId} of job {job.Id} could not be read: {failed.Message} Ask the job itself: Receive-SfJob {job.Id}.", failed);
            await FailAsync(batch, unknown, job.Id).ConfigureAwait(false);
        }
        job.BatchIsRead();
    }

    private void NoteFatal(SalesforceException failed)
    {
        if (SalesforceErrors.IsFinal(failed))
            fatal = failed;
    }

    private async Task FailAsync(RecordBatch batch, SalesforceException error, string? jobId)
    {
        foreach (var record in batch.Records)
            await outcomes.WriteAsync(new RecordOutcome(record) { Error = error, JobId = jobId }, stop).ConfigureAwait(false);
    }
}
