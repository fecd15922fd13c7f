using System.Management.Automation;
using SalesforcePS.Core.Bulk;
using SalesforcePS.Core.Errors;
using SalesforcePS.Errors;

namespace SalesforcePS.Pipeline;

/// <summary>The base of the cmdlets that take bulk jobs by their Ids, from whichever process.</summary>
public abstract class JobCommand : SessionCmdlet
{
    /// <summary>The jobs' Ids, or jobs from the pipeline.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [Alias("JobId")]
    public string[] Id { get; set; } = [];

    private protected BulkJobs Jobs { get; private set; } = null!;

    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        Jobs = new BulkJobs(Connection);
    }

    protected override void ProcessRecord()
    {
        foreach (var id in Id)
            Guard(() => ProcessOne(id), id);
    }

    private protected abstract void Process(BulkJob job);

    private void ProcessOne(string id)
    {
        try
        {
            Process(Wait(Jobs.GetAsync(id, StopToken)));
        }
        catch (SalesforceException refused) when (refused.GetType() == typeof(SalesforceException))
        {
            // It is this job that is wrong; the next one may be right.
            WriteError(ErrorRecords.Request(refused, id));
        }
    }

    private protected static T Wait<T>(Task<T> work) => work.GetAwaiter().GetResult();
}
