using System.Runtime.CompilerServices;
using System.Threading.Channels;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Sessions;
using SalesforcePS.Core.Writing;

namespace SalesforcePS.Core.Bulk.Ingest;

/// <summary>Writes a stream of records through Bulk 2.0 jobs, several at a time; results come as their jobs end.</summary>
public sealed class BulkRecordWriter(SalesforceConnection connection, WriteOptions options) : IRecordWriter
{
    private readonly EncoderSource encoders = new(connection.Schema, options, connection.Time.LocalTimeZone);
    private readonly Dictionary<string, RecordBatchBuilder> builders = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Task> jobs = [];
    private readonly Channel<RecordOutcome> outcomes = Channel.CreateBounded<RecordOutcome>(10_000);

    /// <summary>Called with each new state of a job, on any thread.</summary>
    public Action<BulkJob>? Report { get; init; }

    public async IAsyncEnumerable<RecordOutcome> WriteAsync(
        IAsyncEnumerable<InputRecord> records, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var work = Task.Run(() => WorkAsync(records, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var outcome in outcomes.Reader.ReadAllAsync(cancellation).ConfigureAwait(false))
                yield return outcome;
        }
        finally
        {
            // Whoever stops early leaves no job of ours running.
            await stop.CancelAsync().ConfigureAwait(false);
            await work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task WorkAsync(IAsyncEnumerable<InputRecord> records, CancellationToken cancellation)
    {
        Exception? failure = null;
        try
        {
            var run = new RecordJobRun(connection, options, outcomes.Writer) { Report = Report };
            await foreach (var record in records.WithCancellation(cancellation).ConfigureAwait(false))
                await BeginAsync(run, await AddAsync(record, cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false);
            foreach (var builder in builders.Values)
                await BeginAsync(run, builder.Take(), cancellation).ConfigureAwait(false);
            await Task.WhenAll(jobs).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            failure = exception;
            await Task.WhenAll(jobs).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        foreach (var builder in builders.Values)
            builder.Dispose();
        outcomes.Writer.Complete(failure);
    }

    private async ValueTask<RecordBatch?> AddAsync(InputRecord record, CancellationToken cancellation)
    {
        try
        {
            var encoded = await encoders.EncodeAsync(record, cancellation).ConfigureAwait(false);
            var objectType = await ObjectTypeOfAsync(encoded, cancellation).ConfigureAwait(false);
            if (!builders.TryGetValue(objectType, out var builder))
                builders[objectType] = builder = new RecordBatchBuilder(objectType, options.RowsPerJob);
            return builder.Add(encoded);
        }
        catch (SalesforceException refused)
        {
            await outcomes.Writer.WriteAsync(new RecordOutcome(record) { Error = refused }, cancellation).ConfigureAwait(false);
            return null;
        }
    }

    /// <summary>A job is for one object, which a delete by a bare Id does not name.</summary>
    private async ValueTask<string> ObjectTypeOfAsync(EncodedRecord record, CancellationToken cancellation) =>
        record.ObjectType.Length > 0
            ? record.ObjectType
            : await connection.Schema.FindObjectOfIdAsync(record.Id!, cancellation).ConfigureAwait(false)
                ?? throw RecordException.From("MALFORMED_ID", $"'{record.Id}' begins with no object's key prefix.", "Id");

    private async ValueTask BeginAsync(RecordJobRun run, RecordBatch? batch, CancellationToken cancellation)
    {
        if (batch is null)
            return;
        while (jobs.Count >= options.ThrottleLimit)
        {
            await Task.WhenAny(jobs).ConfigureAwait(false);
            foreach (var ended in jobs.FindAll(static job => job.IsCompleted))
            {
                jobs.Remove(ended);
                await ended.ConfigureAwait(false);
            }
        }
        jobs.Add(Task.Run(() => run.RunAsync(batch, cancellation), CancellationToken.None));
    }
}
