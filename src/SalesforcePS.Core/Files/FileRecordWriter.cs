using System.Threading.Channels;
using SalesforcePS.Core.Bulk.Ingest;
using SalesforcePS.Core.Sessions;
using SalesforcePS.Core.Writing;

namespace SalesforcePS.Core.Files;

/// <summary>
/// Uploads the files of records that <see cref="FileRecord"/> made: small ones together, larger ones streamed one by one. Each comes out
/// once, with what became of it.
/// </summary>
public sealed class FileRecordWriter(SalesforceConnection connection, FileWriteOptions options) : IRecordWriter
{
    private const int MostTogether = 200;

    // What stands around a file in a request, its fields included.
    private const int Wrapping = 8 * 1024;

    private readonly BatchSender sender = new(connection, new WriteOptions(options.Operation), new FileTransport(options.Sent));
    private readonly DocumentLinks links = new(connection, options);

    public IAsyncEnumerable<RecordOutcome> WriteAsync(IAsyncEnumerable<InputRecord> records, CancellationToken cancellation = default) =>
        OutcomeStream.RunAsync<RecordOutcome>((outcomes, stop) => WorkAsync(records, outcomes, stop), cancellation);

    private async Task WorkAsync(IAsyncEnumerable<InputRecord> records, ChannelWriter<RecordOutcome> outcomes, CancellationToken stop)
    {
        var underWay = new TaskWindow(options.ThrottleLimit);
        var together = new List<EncodedRecord>();
        var size = 0L;
        try
        {
            await foreach (var record in records.WithCancellation(stop).ConfigureAwait(false))
            {
                var length = FileRecord.ContentOf(record).Length + Wrapping;
                if (FileLimits.Refusal(record) is { } refusal)
                    await outcomes.WriteAsync(new RecordOutcome(record) { Error = refusal }, stop).ConfigureAwait(false);
                else if (length > options.LargestSmallFile + Wrapping || length > FileLimits.LargestRequest)
                    await StartAsync([links.Encode(record)]).ConfigureAwait(false);
                else
                    await AddAsync(links.Encode(record), length).ConfigureAwait(false);
            }
            await FlushAsync().ConfigureAwait(false);
            await underWay.CompleteAsync().ConfigureAwait(false);
        }
        catch
        {
            await underWay.CompleteAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }

        async ValueTask AddAsync(EncodedRecord record, long length)
        {
            if (together.Count == MostTogether || size + length > FileLimits.LargestRequest)
                await FlushAsync().ConfigureAwait(false);
            together.Add(record);
            size += length;
        }

        async ValueTask FlushAsync()
        {
            if (together.Count > 0)
                await StartAsync([.. together]).ConfigureAwait(false);
            together.Clear();
            size = 0;
        }

        ValueTask StartAsync(IReadOnlyList<EncodedRecord> batch) => underWay.StartAsync(() => SendAsync(batch, outcomes, stop));
    }

    private async Task SendAsync(IReadOnlyList<EncodedRecord> batch, ChannelWriter<RecordOutcome> outcomes, CancellationToken stop)
    {
        var written = await sender.SendAsync(batch, stop).ConfigureAwait(false);
        foreach (var outcome in await links.CompleteAsync(written, stop).ConfigureAwait(false))
            await outcomes.WriteAsync(outcome, stop).ConfigureAwait(false);
    }
}
