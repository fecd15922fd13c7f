using System.Collections;
using System.Management.Automation;
using SalesforcePS.Binding;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Query;
using SalesforcePS.Errors;
using SalesforcePS.Pipeline;

namespace SalesforcePS.Commands;

/// <summary>Runs SOQL and puts out the records as typed objects, while they come.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "SfQuery")]
[OutputType(typeof(object))]
public sealed class InvokeSfQueryCommand : SessionCmdlet
{
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
            if (Raw)
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
    };

    private void WriteRecords(ProgressTicker progress)
    {
        var count = 0;
        foreach (var page in new QueryRunner(Connection).ReadPagesAsync(Query, Options, StopToken).ToBlockingEnumerable(StopToken))
        {
            foreach (var row in page)
                WriteObject(row);
            count += page.Count;
            progress.Tick(() => $"{count} records");
        }
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
