using System.Management.Automation;
using SalesforcePS.Binding;
using SalesforcePS.Core.Bulk;
using SalesforcePS.Core.Query;
using SalesforcePS.Errors;
using SalesforcePS.Pipeline;

namespace SalesforcePS.Commands;

/// <summary>Gets the results of bulk jobs that are done: the records of a query, or what became of each row of a write.</summary>
[Cmdlet(VerbsCommunications.Receive, "SfJob")]
[OutputType(typeof(object), typeof(SfRecordResult))]
public sealed class ReceiveSfJobCommand : JobCommand
{
    /// <summary>The records of a query come as their result pages arrive, in no order.</summary>
    [Parameter]
    public SwitchParameter Unordered { get; set; }

    /// <summary>Result pages of a query that are fetched at once.</summary>
    [Parameter]
    [ValidateRange(1, 50)]
    public int ThrottleLimit { get; set; } = 5;

    private protected override void Process(BulkJob job)
    {
        var progress = new ProgressTicker(this, $"Results of job {job.Id}");
        try
        {
            if (job.IsQuery)
                WriteRecords(job, progress);
            else
                WriteResults(job, progress);
        }
        finally
        {
            progress.Complete();
        }
    }

    private void WriteRecords(BulkJob job, ProgressTicker progress)
    {
        var count = 0;
        var options = new QueryOptions { Unordered = Unordered, ThrottleLimit = ThrottleLimit };
        foreach (var page in Jobs.ReadRecordsAsync(job, options, StopToken).ToBlockingEnumerable(StopToken))
        {
            for (var i = 0; i < page.Count; i++)
                WriteObject(page[i]);
            count += page.Count;
            progress.Tick(() => $"{count} records");
        }
    }

    private void WriteResults(BulkJob job, ProgressTicker progress)
    {
        var count = 0;
        foreach (var row in Jobs.ReadResultsAsync(job, StopToken).ToBlockingEnumerable(StopToken))
        {
            var input = ReceivedRows.ToObject(row);
            var operation = ReceivedRows.OperationOf(job);
            if (row.Error is { } refused)
                WriteError(ErrorRecords.Record(refused, $"{operation} of {job.ObjectType} {row.Id}".TrimEnd(), input));
            else
                WriteObject(ReceivedRows.ToResult(row, input, job, operation));
            count++;
            progress.Tick(() => $"{count} results");
        }
    }
}
