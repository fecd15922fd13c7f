using System.Threading.Channels;
using SalesforcePS.Core.Bulk.Ingest;
using SalesforcePS.Core.Sessions;
using SalesforcePS.Core.Writing;

namespace SalesforcePS.Core.Bulk.Classic;

/// <summary>
/// Writes a stream of records through Bulk 1.0 jobs, in batches of up to 10,000 records or 10 MB. Results come batch by batch, each in
/// the order of its records; locked records are tried again in a later batch.
/// </summary>
public sealed class Bulk1RecordWriter(SalesforceConnection connection, WriteOptions options) : IRecordWriter
{
    /// <summary>Called with each new state of a job, on any thread.</summary>
    public Action<BulkJob>? Report { get; init; }

    /// <summary>
    /// Leaves the jobs to the org once all their batches are sent: the outcome of each record is then its job, and each job is reported
    /// once, closed. Locked records are not tried again.
    /// </summary>
    public bool NoWait { get; init; }

    public IAsyncEnumerable<RecordOutcome> WriteAsync(IAsyncEnumerable<InputRecord> records, CancellationToken cancellation = default) =>
        OutcomeStream.RunAsync<RecordOutcome>((outcomes, stop) => WorkAsync(records, outcomes, stop), cancellation);

    private async Task WorkAsync(IAsyncEnumerable<InputRecord> records, ChannelWriter<RecordOutcome> outcomes, CancellationToken stop)
    {
        using var intake = new RecordIntake(connection, options, UploadLimits.OfBatch(options), outcomes);
        var locked = new LockedRecords();
        var jobs = new ClassicJobs(connection, options, stop) { Report = Report, NoWait = NoWait };
        var run = new ClassicRecordRun(jobs, options, outcomes, locked, stop);
        var feed = new ClassicFeed(run, locked, connection.Time) { Add = AddAsync, SendRest = SendRestAsync, MostLocked = options.BulkBatchSize };
        await feed.RunAsync(records, stop).ConfigureAwait(false);

        async ValueTask AddAsync(InputRecord record)
        {
            if (await intake.AddAsync(record, stop).ConfigureAwait(false) is { } batch)
                await run.SendAsync(batch).ConfigureAwait(false);
        }

        async Task SendRestAsync()
        {
            foreach (var batch in intake.TakeRest())
                await run.SendAsync(batch).ConfigureAwait(false);
        }
    }
}
