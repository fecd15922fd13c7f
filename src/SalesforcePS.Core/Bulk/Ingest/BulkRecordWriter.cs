using System.Threading.Channels;
using SalesforcePS.Core.Sessions;
using SalesforcePS.Core.Writing;

namespace SalesforcePS.Core.Bulk.Ingest;

/// <summary>Writes a stream of records through Bulk 2.0 jobs, several at a time; results come as their jobs end.</summary>
public sealed class BulkRecordWriter(SalesforceConnection connection, WriteOptions options) : IRecordWriter
{
    /// <summary>Called with each new state of a job, on any thread.</summary>
    public Action<BulkJob>? Report { get; init; }

    /// <summary>Leaves the jobs to the org once they have begun: the outcome of each record is then its job.</summary>
    public bool NoWait { get; init; }

    public IAsyncEnumerable<RecordOutcome> WriteAsync(IAsyncEnumerable<InputRecord> records, CancellationToken cancellation = default) =>
        OutcomeStream.RunAsync<RecordOutcome>((outcomes, stop) => WorkAsync(records, outcomes, stop), cancellation);

    private async Task WorkAsync(IAsyncEnumerable<InputRecord> records, ChannelWriter<RecordOutcome> outcomes, CancellationToken cancellation)
    {
        using var intake = new RecordIntake(connection, options, UploadLimits.OfJob(options.RowsPerJob), outcomes);
        var jobs = new TaskWindow(options.ThrottleLimit);
        var run = new RecordJobRun(connection, options, outcomes) { Report = Report, NoWait = NoWait };
        try
        {
            await foreach (var record in records.WithCancellation(cancellation).ConfigureAwait(false))
            {
                if (await intake.AddAsync(record, cancellation).ConfigureAwait(false) is { } batch)
                    await jobs.StartAsync(() => run.RunAsync(batch, cancellation)).ConfigureAwait(false);
            }
            foreach (var batch in intake.TakeRest())
                await jobs.StartAsync(() => run.RunAsync(batch, cancellation)).ConfigureAwait(false);
        }
        finally
        {
            await jobs.CompleteAsync().ConfigureAwait(false);
        }
    }
}
