using SalesforcePS.Core.Sessions;
using SalesforcePS.Core.Soap;

namespace SalesforcePS.Core.Writing;

/// <summary>Writes a stream of records in SOAP requests of up to 200, one request at a time, in order.</summary>
public sealed class SoapRecordWriter(SalesforceConnection connection, WriteOptions options) : IRecordWriter
{
    private readonly BatchedRecordWriter writer = new(connection, options, new SoapBatchTransport());

    public IAsyncEnumerable<RecordOutcome> WriteAsync(IAsyncEnumerable<InputRecord> records, CancellationToken cancellation = default) =>
        writer.WriteAsync(records, cancellation);
}
