using System.Management.Automation;
using SalesforcePS.Core.Writing;

namespace SalesforcePS.Pipeline;

/// <summary>The base of the cmdlets that write records by a transport of choice.</summary>
public abstract class TransportRecordCommand : RecordCommand
{
    /// <summary>The transport; Auto sends up to 2,000 records by SOAP and more by Bulk.</summary>
    [Parameter]
    public SfApi Api { get; set; }

    /// <summary>Records per request of SOAP or REST (200 at most), rows per job of Bulk 2.0, rows per batch of Bulk 1.0 (10,000 at most).</summary>
    [Parameter]
    [ValidateRange(1, 10_000_000)]
    public int? BatchSize { get; set; }

    /// <summary>Bulk jobs or batches under way at once.</summary>
    [Parameter]
    [ValidateRange(1, 50)]
    public int? ThrottleLimit { get; set; }

    /// <summary>Bulk 1.0 works on one batch at a time, against row locks.</summary>
    [Parameter]
    public SwitchParameter Serial { get; set; }

    /// <summary>The org does not try a batch again that ran into a lock or a time limit (Bulk 1.0).</summary>
    [Parameter]
    public SwitchParameter DisableBatchRetry { get; set; }

    /// <summary>Puts out the bulk jobs once they have begun, and does not wait for their results.</summary>
    [Parameter]
    public SwitchParameter NoWait { get; set; }

    private protected override IRecordWriter CreateWriter(WriteOptions options, RecordReport report, Action<Action<Cmdlet>> say)
    {
        var marked = options with { Serial = Serial, DisableBatchRetry = DisableBatchRetry };
        var transport = new RecordTransport(Api, Connection, marked, BatchSize, ThrottleLimit) { NoWait = NoWait };
        if (transport.Refusal is { } refusal)
            ThrowTerminatingError(refusal);
        return transport.CreateWriter(why => say(cmdlet => cmdlet.WriteVerbose(why)), job => say(_ => report.Say(job, NoWait)));
    }
}
