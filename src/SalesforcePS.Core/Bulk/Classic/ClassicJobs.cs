using SalesforcePS.Core.Bulk.Ingest;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Sessions;
using SalesforcePS.Core.Writing;

namespace SalesforcePS.Core.Bulk.Classic;

/// <summary>The jobs of one stream of records: one open for each object; a batch with other columns begins another.</summary>
internal sealed class ClassicJobs(SalesforceConnection connection, WriteOptions options, CancellationToken stop)
{
    private readonly ClassicJobClient client = new(connection);
    private readonly Dictionary<string, ClassicJob> open = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<ClassicJob> all = [];

    public Action<BulkJob>? Report { get; init; }

    /// <summary>Each job is reported once, when it is closed, and then left to the org.</summary>
    public bool NoWait { get; init; }

    /// <summary>The open job that takes the batch; null where one must be opened.</summary>
    public async Task<ClassicJob?> FindAsync(RecordBatch batch)
    {
        if (!open.TryGetValue(batch.ObjectType, out var job) || job.HasRoomFor(batch.Rows))
            return job;
        open.Remove(batch.ObjectType);
        await TryCloseAsync(job).ConfigureAwait(false);
        return null;
    }

    public async Task<ClassicJob> OpenAsync(RecordBatch batch)
    {
        var info = await client.CreateAsync(ClassicJobSettings.Of(options, batch.ObjectType) with { ContentType = batch.Content is null ? "CSV" : "ZIP_CSV" }, stop).ConfigureAwait(false);
        var watch = new BatchWatch(client, info.Id, connection.Time, stop) { Report = NoWait ? null : batches => Report?.Invoke(ClassicBatch.Sum(info, batches)) };
        var job = new ClassicJob(client, info, connection.Time, stop) { Watch = watch };
        all.RemoveAll(old => !IsUnfinished(old));
        all.Add(job);
        return open[batch.ObjectType] = job;
    }

    public Task<IReadOnlyList<ClassicResult>> ReadResultsAsync(string jobId, string batchId) =>
        client.ReadResultsAsync(jobId, batchId, ClassicResultReader.ReadAsync, stop);

    public async Task CloseAllAsync()
    {
        foreach (var job in open.Values)
            await TryCloseAsync(job).ConfigureAwait(false);
        open.Clear();
    }

    /// <summary>Stops the org's work on what has not been read; the failure that led here is the one to tell.</summary>
    public async Task AbortUnfinishedAsync()
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(1), connection.Time);
        IEnumerable<Task> aborts = all.Where(IsUnfinished).Select(job => client.AbortAsync(job.Id, timeout.Token));
        await Task.WhenAll(aborts).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private bool IsUnfinished(ClassicJob job) => job.IsUnderWay || open.ContainsValue(job);

    /// <summary>The outcomes do not hang on it: an open job is worked on all the same, and the org closes it after a day.</summary>
    private async Task TryCloseAsync(ClassicJob job)
    {
        var info = job.Info;
        try
        {
            await job.CloseAsync().ConfigureAwait(false);
            info = info with { State = "Closed" };
        }
        catch (SalesforceException failed)
        {
            info = info with { ErrorMessage = $"The job could not be closed: {failed.Message}" };
        }
        if (NoWait && job.HasBatches)
            Report?.Invoke(info);
    }
}
