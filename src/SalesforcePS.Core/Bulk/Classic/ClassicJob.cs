using SalesforcePS.Core.Bulk.Ingest;
using SalesforcePS.Core.Errors;

namespace SalesforcePS.Core.Bulk.Classic;

/// <summary>An open job, to which batches with the same columns are added one after the other.</summary>
internal sealed class ClassicJob(ClassicJobClient client, BulkJob info, TimeProvider time, CancellationToken stop)
{
    // The org takes no batch for a job that is older than a day (api-asynch "Bulk API Limits").
    private static readonly TimeSpan LongestOpen = TimeSpan.FromHours(12);

    // Polling lists all batches of the job.
    private const int MostBatches = 1_000;

    private readonly long openedAt = time.GetTimestamp();
    private readonly HashSet<string> batches = [];
    private int columns;
    private bool ended;
    private bool closed;
    private int underWay;

    public string Id => info.Id;

    /// <summary>The job as it was when it was opened.</summary>
    public BulkJob Info => info;

    public bool HasBatches => batches.Count > 0;

    /// <summary>True while the results of a batch have not been read.</summary>
    public bool IsUnderWay => Volatile.Read(ref underWay) > 0;

    public required BatchWatch Watch { get; init; }

    public bool HasRoomFor(IngestBatch rows) =>
        !ended && batches.Count < MostBatches && time.GetElapsedTime(openedAt) < LongestOpen && (columns == 0 || columns == rows.Columns.Count);

    /// <summary>
    /// Adds a batch. Where the answer is lost, the job is closed, so that a request still on its way comes too late; its list of batches
    /// then says whether this one arrived.
    /// </summary>
    /// <returns>The batch's Id; null where it surely did not arrive and may be sent to another job.</returns>
    /// <exception cref="OutcomeUnknownException">Whether it arrived could not be found out.</exception>
    public async Task<string?> TryAddAsync(RecordBatch batch)
    {
        var rows = batch.Rows;
        string? id;
        try
        {
            id = (await client.AddBatchAsync(Id, batch.Content ?? (() => new IngestContent(rows.Spool)), stop).ConfigureAwait(false)).Id;
        }
        catch (OutcomeUnknownException lost)
        {
            id = await FindLostAsync(lost).ConfigureAwait(false);
        }
        if (id is null)
            return null;
        columns = rows.Columns.Count;
        batches.Add(id);
        Interlocked.Increment(ref underWay);
        return id;
    }

    public void BatchIsRead() => Interlocked.Decrement(ref underWay);

    public async Task CloseAsync()
    {
        if (closed)
            return;
        ended = true;
        try
        {
            await client.CloseAsync(Id, stop).ConfigureAwait(false);
        }
        catch (SalesforceException refused) when (refused.ErrorCode == "InvalidJobState")
        {
            // It is closed already where an earlier answer was lost.
            if ((await client.GetAsync(Id, stop).ConfigureAwait(false)).State == "Open")
                throw;
        }
        closed = true;
    }

    private async Task<string?> FindLostAsync(OutcomeUnknownException lost)
    {
        try
        {
            await CloseAsync().ConfigureAwait(false);
            var listed = await client.ListBatchesAsync(Id, stop).ConfigureAwait(false);
            return listed.SingleOrDefault(batch => !batches.Contains(batch.Id))?.Id;
        }
        catch (Exception failed) when (failed is SalesforceException or InvalidOperationException)
        {
            throw new OutcomeUnknownException($"{lost.Message} The batches of job {Id} did not say more: {failed.Message}", lost);
        }
    }
}
