using SalesforcePS.Core.Errors;

namespace SalesforcePS.Core.Bulk.Classic;

/// <summary>Polls the batches of one job, all of them with one request, for everybody who waits for one of them.</summary>
internal sealed class BatchWatch(ClassicJobClient client, string jobId, TimeProvider time, CancellationToken stop)
{
    private const int MostPollsWithoutBatch = 20;

    private readonly object gate = new();
    private PollInterval interval = new(time);
    private Task<IReadOnlyList<ClassicBatch>>? poll;
    private int done;

    /// <summary>Called with the job's batches each time they have been asked for.</summary>
    public Action<IReadOnlyList<ClassicBatch>>? Report { get; init; }

    /// <summary>Waits until the org does nothing more with the batch.</summary>
    /// <exception cref="ProtocolException">The org lists the job's batches without this one, time and again.</exception>
    public async Task<ClassicBatch> WaitAsync(string batchId)
    {
        for (var missing = 0; missing < MostPollsWithoutBatch;)
        {
            var batch = (await NextAsync().ConfigureAwait(false)).FirstOrDefault(candidate => candidate.Id == batchId);
            if (batch is { IsDone: true })
                return batch;
            if (batch is null)
                missing++;
        }
        throw new ProtocolException($"Job {jobId} does not list its batch {batchId}.");
    }

    private Task<IReadOnlyList<ClassicBatch>> NextAsync()
    {
        lock (gate)
            return poll is { IsCompleted: false } ? poll : poll = PollAsync();
    }

    private async Task<IReadOnlyList<ClassicBatch>> PollAsync()
    {
        await interval.WaitAsync(stop).ConfigureAwait(false);
        var batches = await client.ListBatchesAsync(jobId, stop).ConfigureAwait(false);
        Report?.Invoke(batches);
        // While batches end, others will too.
        var doneNow = batches.Count(static batch => batch.IsDone);
        if (doneNow > done)
            (done, interval) = (doneNow, new PollInterval(time));
        return batches;
    }
}
