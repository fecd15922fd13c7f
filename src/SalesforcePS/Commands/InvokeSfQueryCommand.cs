using System.Collections;
using System.Management.Automation;
using SalesforcePS.Binding;
using SalesforcePS.Core.Bulk;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Query;
using SalesforcePS.Errors;
using SalesforcePS.Pipeline;

namespace SalesforcePS.Commands;

/// <summary>Runs SOQL and puts out the records as typed objects, while they come.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "SfQuery")]
[OutputType(typeof(object), typeof(SfJob))]
public sealed class InvokeSfQueryCommand : SessionCmdlet
{
    private const int DefaultThrottleLimit = 5;

    /// <summary>The SOQL text; write <c>:name</c> for a value.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    [Alias("Soql")]
    public string Query { get; set; } = null!;

    /// <summary>The values for <c>:name</c>: text, numbers, dates, records, or lists of these.</summary>
    [Parameter]
    [ValidateNotNull]
    public Hashtable? Parameter { get; set; }

    /// <summary>Deleted records in the recycle bin, and archived activities, too.</summary>
    [Parameter]
    public SwitchParameter IncludeDeleted { get; set; }

    /// <summary>Salesforce's own shape: attributes, nested parents, children with their page.</summary>
    [Parameter]
    public SwitchParameter Raw { get; set; }

    /// <summary>Rows per request, 200 to 2,000; Salesforce may send fewer.</summary>
    [Parameter]
    [ValidateRange(200, 2000)]
    public int? BatchSize { get; set; }

    /// <summary>The transport; Auto takes Bulk 2.0 for what has more than 50,000 rows.</summary>
    [Parameter]
    [ValidateSet(nameof(SfApi.Auto), nameof(SfApi.Rest), nameof(SfApi.Bulk), nameof(SfApi.Bulk1))]
    public SfApi Api { get; set; }

    /// <summary>Bulk records come as their result pages arrive, in no order.</summary>
    [Parameter]
    public SwitchParameter Unordered { get; set; }

    /// <summary>Result pages of a bulk job that are fetched at once.</summary>
    [Parameter]
    [ValidateRange(1, 50)]
    public int? ThrottleLimit { get; set; }

    /// <summary>Puts out the bulk job in place of its records, and does not wait for it.</summary>
    [Parameter]
    public SwitchParameter NoWait { get; set; }

    /// <summary>Lets Bulk 1.0 split the query by ranges of so many Ids; against time limits on tables of millions.</summary>
    [Parameter]
    [ValidateRange(1, 250_000)]
    public int? PkChunkSize { get; set; }

    private QueryTransport Transport => new(Api)
    {
        Raw = Raw,
        NoWait = NoWait,
        Unordered = Unordered,
        BatchSize = BatchSize,
        ThrottleLimit = ThrottleLimit,
        PkChunkSize = PkChunkSize,
    };

    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (Transport.Refusal is { } refusal)
            ThrowTerminatingError(refusal);
        if (Transport.Reason is { } reason)
            WriteVerbose(reason);
    }

    protected override void ProcessRecord()
    {
        var progress = new ProgressTicker(this, "Query");
        try
        {
            Guard(() => Write(progress), Query);
        }
        finally
        {
            progress.Complete();
        }
    }

    private void Write(ProgressTicker progress)
    {
        try
        {
            if (NoWait)
                WriteObject(new SfJob(Task.Run(() => new QueryRunner(Connection).StartJobAsync(Query, Options, StopToken)).GetAwaiter().GetResult()));
            else if (Raw)
                WriteRaw(progress);
            else
                WriteRecords(progress);
        }
        catch (SalesforceException refused) when (refused.GetType() == typeof(SalesforceException))
        {
            // It is this query that is wrong; the next one in the pipeline may be right.
            WriteError(ErrorRecords.Request(refused, Query));
        }
    }

    private QueryOptions Options => new()
    {
        IncludeDeleted = IncludeDeleted,
        BatchSize = BatchSize,
        Parameters = QueryParameters.Read(Parameter),
        Api = Transport.Resolved,
        Unordered = Unordered,
        ThrottleLimit = ThrottleLimit ?? DefaultThrottleLimit,
        PkChunkSize = PkChunkSize,
    };

    private void WriteRecords(ProgressTicker progress)
    {
        var count = 0;
        BulkJob? job = null;
        var remarks = new Remarks();
        var options = Options with { Note = remarks.Verbose, JobSeen = seen => Volatile.Write(ref job, seen) };
        foreach (var page in new QueryRunner(Connection).ReadPagesAsync(Query, options, StopToken).ToBlockingEnumerable(StopToken))
        {
            remarks.Say(this);
            for (var i = 0; i < page.Count; i++)
                WriteObject(page[i]);
            count += page.Count;
            progress.Tick(() => Volatile.Read(ref job) is { IsDone: false } running
                ? $"Job {running.Id}: {running.State}, {running.RecordsProcessed ?? 0} records found"
                : $"{count} records");
        }
        remarks.Say(this);
        WriteVerbose($"{count} records from {Connection.InstanceUri.Host}, {Connection.Usage.TotalCalls} API calls of this session so far.");
    }

    private void WriteRaw(ProgressTicker progress)
    {
        var count = 0;
        foreach (var row in new QueryRunner(Connection).ReadRawAsync(Query, Options, StopToken).ToBlockingEnumerable(StopToken))
        {
            WriteObject(JsonObjects.Convert(row));
            count++;
            progress.Tick(() => $"{count} records");
        }
    }
}
