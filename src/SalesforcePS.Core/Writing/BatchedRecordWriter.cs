using System.Runtime.CompilerServices;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Sessions;

namespace SalesforcePS.Core.Writing;

/// <summary>
/// Writes a stream of records in requests, one at a time, in order. Each record comes out once, with what became of it; refusals of
/// whole requests are outcomes of their records too.
/// </summary>
internal sealed class BatchedRecordWriter(SalesforceConnection connection, WriteOptions options, IBatchTransport transport) : IRecordWriter
{
    private readonly EncoderSource encoders = new(connection.Schema, options, connection.Time.LocalTimeZone);
    private readonly BatchSender sender = new(connection, options, transport);
    private readonly List<EncodedRecord> batch = [];
    private readonly List<RecordOutcome> outcomes = [];
    private int refusedOfBatch;

    public async IAsyncEnumerable<RecordOutcome> WriteAsync(
        IAsyncEnumerable<InputRecord> records, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (var record in records.ConfigureAwait(false))
        {
            await AddAsync(record, cancellation).ConfigureAwait(false);
            if (batch.Count + refusedOfBatch >= options.BatchSize)
                await SendAsync(cancellation).ConfigureAwait(false);
            foreach (var outcome in outcomes)
                yield return outcome;
            outcomes.Clear();
        }
        await SendAsync(cancellation).ConfigureAwait(false);
        foreach (var outcome in outcomes)
            yield return outcome;
    }

    private async ValueTask AddAsync(InputRecord record, CancellationToken cancellation)
    {
        if (await EncodeAsync(record, cancellation).ConfigureAwait(false) is not { } encoded)
            return;
        if (batch.Count > 0 && !transport.MayGoTogether(batch[^1], encoded, options))
            await SendAsync(cancellation).ConfigureAwait(false);
        batch.Add(encoded);
    }

    /// <summary>Null where the record cannot be sent; it has its outcome then.</summary>
    private async ValueTask<EncodedRecord?> EncodeAsync(InputRecord record, CancellationToken cancellation)
    {
        try
        {
            var encoded = await encoders.EncodeAsync(record, cancellation).ConfigureAwait(false);
            return transport.Check(encoded, options) is { } refusal ? throw refusal : encoded;
        }
        catch (SalesforceException refused)
        {
            outcomes.Add(new RecordOutcome(record) { Error = refused });
            if (options.AllOrNone)
                refusedOfBatch++;
            return null;
        }
    }

    private async ValueTask SendAsync(CancellationToken cancellation)
    {
        if (batch.Count > 0)
            outcomes.AddRange(refusedOfBatch > 0 ? BatchSender.RollBack(batch) : await sender.SendAsync([.. batch], cancellation).ConfigureAwait(false));
        batch.Clear();
        refusedOfBatch = 0;
    }
}
