namespace SalesforcePS.Core.Writing;

/// <summary>A way to write records. Whatever the way, each record comes out once, with what became of it.</summary>
public interface IRecordWriter
{
    IAsyncEnumerable<RecordOutcome> WriteAsync(IAsyncEnumerable<InputRecord> records, CancellationToken cancellation = default);
}
