using SalesforcePS.Core.Rest;
using SalesforcePS.Core.Sessions;

namespace SalesforcePS.Core.Writing;

/// <summary>
/// Writes a stream of records in REST requests of up to 200 (sObject collections, API 42.0 and later), one request at a time, in order.
/// A request of an upsert is for one object: it ends where the next record is of another.
/// </summary>
public sealed class RestRecordWriter(SalesforceConnection connection, WriteOptions options) : IRecordWriter
{
    private readonly BatchedRecordWriter writer = new(connection, options, new RestBatchTransport());

    public IAsyncEnumerable<RecordOutcome> WriteAsync(IAsyncEnumerable<InputRecord> records, CancellationToken cancellation = default) =>
        writer.WriteAsync(records, cancellation);
}
