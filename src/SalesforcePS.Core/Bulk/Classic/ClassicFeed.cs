using SalesforcePS.Core.Writing;

namespace SalesforcePS.Core.Bulk.Classic;

/// <summary>Feeds a run with records, and again with those that were locked, until each has its outcome; a run that ends early leaves no job behind.</summary>
internal sealed class ClassicFeed(ClassicRecordRun run, LockedRecords locked, TimeProvider time)
{
    /// <summary>Adds a record to what is to be sent, and sends what is complete.</summary>
    public required Func<InputRecord, ValueTask> Add { get; init; }

    /// <summary>Sends what has been added since.</summary>
    public required Func<Task> SendRest { get; init; }

    /// <summary>So many locked records are tried again without waiting for the end.</summary>
    public int MostLocked { get; init; } = 10_000;

    public async Task RunAsync(IAsyncEnumerable<InputRecord> records, CancellationToken stop)
    {
        try
        {
            await foreach (var record in records.WithCancellation(stop).ConfigureAwait(false))
            {
                await Add(record).ConfigureAwait(false);
                if (locked.Count >= MostLocked)
                    await AddLockedAsync().ConfigureAwait(false);
            }
            await FlushAsync().ConfigureAwait(false);
            for (var wait = TimeSpan.FromSeconds(1); locked.Count > 0; wait *= 2)
            {
                await Task.Delay(wait, time, stop).ConfigureAwait(false);
                await AddLockedAsync().ConfigureAwait(false);
                await FlushAsync().ConfigureAwait(false);
            }
            await run.CloseAsync().ConfigureAwait(false);
        }
        catch
        {
            await run.AbortAsync().ConfigureAwait(false);
            await run.WaitAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }
    }

    private async Task AddLockedAsync()
    {
        foreach (var record in locked.TakeAll())
            await Add(record).ConfigureAwait(false);
    }

    private async Task FlushAsync()
    {
        await SendRest().ConfigureAwait(false);
        await run.WaitAsync().ConfigureAwait(false);
    }
}
