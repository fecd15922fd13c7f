using System.Management.Automation;
using SalesforcePS.Core.Bulk;
using SalesforcePS.Core.Errors;
using SalesforcePS.Errors;
using SalesforcePS.Pipeline;

namespace SalesforcePS.Commands;

/// <summary>Gets bulk jobs by their Ids, or all that the org remembers, the newest first.</summary>
[Cmdlet(VerbsCommon.Get, "SfJob")]
[OutputType(typeof(SfJob))]
public sealed class GetSfJobCommand : SessionCmdlet
{
    /// <summary>The jobs' Ids, or jobs from the pipeline; all jobs without it.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [Alias("JobId")]
    public string[]? Id { get; set; }

    protected override void ProcessRecord()
    {
        var jobs = new BulkJobs(Connection);
        if (Id is null)
        {
            foreach (var job in Await(jobs.ListAsync, null))
                WriteObject(new SfJob(job));
        }
        foreach (var id in Id ?? [])
            Guard(() => WriteOne(jobs, id), id);
    }

    private void WriteOne(BulkJobs jobs, string id)
    {
        try
        {
            WriteObject(new SfJob(Task.Run(() => jobs.GetAsync(id, StopToken)).GetAwaiter().GetResult()));
        }
        catch (SalesforceException missing) when (missing.GetType() == typeof(SalesforceException))
        {
            WriteError(ErrorRecords.Request(missing, id));
        }
    }
}
