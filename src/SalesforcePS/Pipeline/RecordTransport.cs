using System.Management.Automation;
using SalesforcePS.Core.Bulk;
using SalesforcePS.Core.Bulk.Classic;
using SalesforcePS.Core.Bulk.Ingest;
using SalesforcePS.Core.Sessions;
using SalesforcePS.Core.Writing;
using SalesforcePS.Errors;
using SalesforcePS.Resources;

namespace SalesforcePS.Pipeline;

/// <summary>
/// Chooses the transport of a write. What the chosen one cannot do is refused by name; Auto goes to one that can do all that is asked,
/// and by the number of records where several can.
/// </summary>
internal sealed class RecordTransport(SfApi api, SalesforceConnection connection, WriteOptions options, int? batchSize, int? throttleLimit)
{
    private const int LargestRequest = 200;
    private const int LargestBulk1Batch = 10_000;

    public bool NoWait { get; init; }

    /// <summary>The error that names the option; null where all can be done.</summary>
    public ErrorRecord? Refusal => Choice.Api switch
    {
        SfApi.Soap => Refuse(SfApi.Soap, SoapLimit()),
        SfApi.Rest => Refuse(SfApi.Rest, RestLimit() ?? RestLimits.Find(connection, options)),
        SfApi.Bulk => Refuse(SfApi.Bulk, BulkLimits.Find(options)),
        SfApi.Bulk1 => Refuse(SfApi.Bulk1, Bulk1Limit() ?? BulkLimits.FindBulk1(options)),
        _ => null,
    };

    /// <param name="chosen">Told the reason of an automatic choice, on any thread.</param>
    /// <param name="report">Told each new state of a job, on any thread.</param>
    public IRecordWriter CreateWriter(Action<string> chosen, Action<BulkJob> report)
    {
        var (transport, option) = Choice;
        if (option is not null)
            chosen(TransportNames.Reason(transport, option));
        return transport switch
        {
            SfApi.Soap => new SoapRecordWriter(connection, Effective()),
            SfApi.Rest => new RestRecordWriter(connection, Effective()),
            SfApi.Bulk => new BulkRecordWriter(connection, Effective()) { Report = report, NoWait = NoWait },
            SfApi.Bulk1 => new Bulk1RecordWriter(connection, Effective()) { Report = report, NoWait = NoWait },
            _ => new AutoRecordWriter(connection, Effective()) { Chosen = chosen, Report = report },
        };
    }

    /// <summary>What Auto comes to, and the option that leaves no choice; Auto itself where the number of records decides.</summary>
    private (SfApi Api, string? Option) Choice => this switch
    {
        _ when api != SfApi.Auto => (api, null),
        _ when options.Serial => (SfApi.Bulk1, "Serial"),
        _ when options.DisableBatchRetry => (SfApi.Bulk1, "DisableBatchRetry"),
        { NoWait: true } => (SfApi.Bulk, "NoWait"),
        _ when options.Hard => (SfApi.Bulk, "Hard"),
        _ when BulkLimits.Find(options) is var (option, _) => (SfApi.Soap, option),
        _ when batchSize is { } size => (size <= LargestRequest ? SfApi.Soap : SfApi.Bulk, "BatchSize"),
        _ => (SfApi.Auto, null),
    };

    private WriteOptions Effective() => options with
    {
        BatchSize = Math.Min(batchSize ?? LargestRequest, LargestRequest),
        RowsPerJob = batchSize ?? options.RowsPerJob,
        BulkBatchSize = batchSize ?? options.BulkBatchSize,
        ThrottleLimit = throttleLimit ?? options.ThrottleLimit,
        BatchThrottleLimit = throttleLimit ?? options.BatchThrottleLimit,
    };

    private (string Option, string Reason)? SoapLimit() => this switch
    {
        _ when options.Serial => ("Serial", "SOAP sends one request at a time already"),
        _ when options.DisableBatchRetry => ("DisableBatchRetry", "SOAP has no batches that the org tries again"),
        { NoWait: true } => ("NoWait", "SOAP has no jobs to come back to"),
        _ when options.Hard => ("Hard", "SOAP deletes into the recycle bin"),
        _ => RequestLimit("SOAP"),
    };

    private (string Option, string Reason)? RestLimit() => this switch
    {
        { NoWait: true } => ("NoWait", "REST has no jobs to come back to"),
        _ => RequestLimit("REST"),
    };

    private (string Option, string Reason)? RequestLimit(string by) => this switch
    {
        _ when throttleLimit > 1 => ("ThrottleLimit", $"{by} sends one request at a time"),
        _ when batchSize > LargestRequest => ("BatchSize", $"{by} takes {LargestRequest} records to a request"),
        _ => null,
    };

    private (string Option, string Reason)? Bulk1Limit() => this switch
    {
        { NoWait: true } when throttleLimit is not null => ("ThrottleLimit", "with -NoWait the batches are sent without waiting for any; the org decides how many it works on at once"),
        _ when batchSize > LargestBulk1Batch => ("BatchSize", $"Bulk 1.0 takes {LargestBulk1Batch} records to a batch"),
        _ => null,
    };

    private static ErrorRecord? Refuse(SfApi api, (string Option, string Reason)? limit) =>
        limit is var (option, reason)
            ? ErrorRecords.Input(nameof(Messages.OptionNotSupported), Messages.OptionNotSupported, option, option, api, reason)
            : null;
}
