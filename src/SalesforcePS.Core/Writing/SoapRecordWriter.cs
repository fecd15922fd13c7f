using System.Runtime.CompilerServices;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Sessions;

namespace SalesforcePS.Core.Writing;

/// <summary>
/// Writes a stream of records in SOAP requests of up to 200, one request at a time, in order. Each record comes out once, with what
/// became of it; refusals of whole requests are outcomes of their records too.
/// </summary>
public sealed class SoapRecordWriter(SalesforceConnection connection, WriteOptions options) : IRecordWriter
{
    private readonly EncoderSource encoders = new(connection.Schema, options, connection.Time.LocalTimeZone);
    private readonly BatchSender sender = new(connection, options);
    private readonly List<EncodedRecord> batch = [];
    private readonly List<RecordOutcome> outcomes = [];

    public async IAsyncEnumerable<RecordOutcome> WriteAsync(
        IAsyncEnumerable<InputRecord> records, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (var record in records.ConfigureAwait(false))
        {
            await AddAsync(record, cancellation).ConfigureAwait(false);
            if (batch.Count >= options.BatchSize)
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
        try
        {
            batch.Add(await encoders.EncodeAsync(record, cancellation).ConfigureAwait(false));
        }
        catch (SalesforceException refused)
        {
            outcomes.Add(new RecordOutcome(record) { Error = refused });
        }
    }

    private async ValueTask SendAsync(CancellationToken cancellation)
    {
        if (batch.Count == 0)
            return;
        outcomes.AddRange(await sender.SendAsync([.. batch], cancellation).ConfigureAwait(false));
        batch.Clear();
    }
}
