using System.Runtime.CompilerServices;
using SalesforcePS.Core.Bulk;
using SalesforcePS.Core.Bulk.Ingest;
using SalesforcePS.Core.Sessions;

namespace SalesforcePS.Core.Writing;

/// <summary>
/// Gathers up to 2,000 records, then decides: up to that number they go by SOAP, 200 to an API call; more go by Bulk, the gathered ones
/// with them.
/// </summary>
public sealed class AutoRecordWriter(SalesforceConnection connection, WriteOptions options) : IRecordWriter
{
    /// <summary>Salesforce advises Bulk above this number of records (api-asynch "Introduction to Bulk API 2.0").</summary>
    public const int Threshold = 2_000;

    /// <summary>Called with the transport chosen, and why.</summary>
    public Action<string>? Chosen { get; init; }

    /// <summary>Called with each new state of a bulk job, on any thread.</summary>
    public Action<BulkJob>? Report { get; init; }

    public async IAsyncEnumerable<RecordOutcome> WriteAsync(
        IAsyncEnumerable<InputRecord> records, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var source = records.GetAsyncEnumerator(cancellation);
        await using var _ = source.ConfigureAwait(false);
        var gathered = new List<InputRecord>();
        while (gathered.Count <= Threshold && await source.MoveNextAsync().ConfigureAwait(false))
            gathered.Add(source.Current);
        IRecordWriter writer;
        if (gathered.Count <= Threshold)
        {
            Chosen?.Invoke($"SOAP: {gathered.Count} records, not more than {Threshold}.");
            writer = new SoapRecordWriter(connection, options);
        }
        else
        {
            Chosen?.Invoke($"Bulk 2.0: more than {Threshold} records.");
            writer = new BulkRecordWriter(connection, options) { Report = Report };
        }
        await foreach (var outcome in writer.WriteAsync(RestOf(gathered, source), cancellation).ConfigureAwait(false))
            yield return outcome;
    }

    private static async IAsyncEnumerable<InputRecord> RestOf(List<InputRecord> gathered, IAsyncEnumerator<InputRecord> source)
    {
        foreach (var record in gathered)
            yield return record;
        if (gathered.Count <= Threshold)
            yield break;
        gathered.Clear();
        while (await source.MoveNextAsync().ConfigureAwait(false))
            yield return source.Current;
    }
}
