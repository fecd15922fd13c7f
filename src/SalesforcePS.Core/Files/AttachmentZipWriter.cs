using System.Threading.Channels;
using SalesforcePS.Core.Bulk;
using SalesforcePS.Core.Bulk.Classic;
using SalesforcePS.Core.Bulk.Ingest;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Schema;
using SalesforcePS.Core.Sessions;
using SalesforcePS.Core.Writing;

namespace SalesforcePS.Core.Files;

/// <summary>Uploads attachments through Bulk 1.0 in zips, as many as their files ask for (api-asynch "Load Binary Attachments").</summary>
public sealed class AttachmentZipWriter(SalesforceConnection connection, FileWriteOptions options) : IRecordWriter
{
    /// <summary>10 MB of zip; what does not compress becomes a little longer, and names and request.txt come on top.</summary>
    private const long LargestZip = 9_000_000;

    /// <summary>1,000 files, of which request.txt is one.</summary>
    private const int MostFiles = 999;

    // What a file takes in the zip beside its bytes, its row included.
    private const int Wrapping = 1024;

    private static readonly WriteOptions Insert = new(RecordOperation.Insert);

    /// <summary>Called with each new state of a job, on any thread.</summary>
    public Action<BulkJob>? Report { get; init; }

    public IAsyncEnumerable<RecordOutcome> WriteAsync(IAsyncEnumerable<InputRecord> records, CancellationToken cancellation = default) =>
        OutcomeStream.RunAsync<RecordOutcome>((outcomes, stop) => WorkAsync(records, outcomes, stop), cancellation);

    private async Task WorkAsync(IAsyncEnumerable<InputRecord> records, ChannelWriter<RecordOutcome> outcomes, CancellationToken stop)
    {
        var locked = new LockedRecords();
        var write = Insert with { BatchThrottleLimit = options.ThrottleLimit };
        var run = new ClassicRecordRun(new ClassicJobs(connection, write, stop) { Report = Report }, write, outcomes, locked, stop);
        var together = new List<InputRecord>();
        var size = 0L;
        await new ClassicFeed(run, locked, connection.Time) { Add = AddAsync, SendRest = SendRestAsync }.RunAsync(records, stop).ConfigureAwait(false);

        async ValueTask AddAsync(InputRecord record)
        {
            if (FileLimits.Refusal(record, LargestZip - Wrapping) is { } refusal)
            {
                await outcomes.WriteAsync(new RecordOutcome(record) { Error = refusal }, stop).ConfigureAwait(false);
                return;
            }
            var length = FileRecord.ContentOf(record).Length + Wrapping;
            if (together.Count == MostFiles || size + length > LargestZip)
                await SendRestAsync().ConfigureAwait(false);
            together.Add(record);
            size += length;
        }

        async Task SendRestAsync()
        {
            if (together.Count > 0)
                await SendAsync(run, [.. together], outcomes, stop).ConfigureAwait(false);
            together.Clear();
            size = 0;
        }
    }

    private async Task SendAsync(ClassicRecordRun run, InputRecord[] records, ChannelWriter<RecordOutcome> outcomes, CancellationToken stop)
    {
        using var builder = new RecordBatchBuilder(FileKind.Attachment, UploadLimits.OfBatch(Insert));
        for (var index = 0; index < records.Length; index++)
        {
            var row = FileRecord.Encode(records[index]);
            builder.Add(row with { Fields = [.. row.Fields, new(FileKind.AttachmentBody, FieldType.String, $"#{AttachmentZip.EntryName(index)}")] });
        }
        var batch = builder.Take()!;
        try
        {
            var zip = await AttachmentZip.CreateAsync(batch.Rows.Spool, [.. records.Select(FileRecord.ContentOf)], stop).ConfigureAwait(false);
            await run.SendAsync(batch with { Content = () => AttachmentZip.Content(zip) }).ConfigureAwait(false);
            options.Sent(records.Sum(record => FileRecord.ContentOf(record).Length));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            batch.Rows.Dispose();
            var error = new SalesforceException($"A file of the batch could not be read: {unreadable.Message} The batch was not sent.", unreadable) { ErrorCode = FileLimits.Unreadable };
            foreach (var record in records)
                await outcomes.WriteAsync(new RecordOutcome(record) { Error = error }, stop).ConfigureAwait(false);
        }
    }
}
