using System.Management.Automation;
using SalesforcePS.Core.Bulk;
using SalesforcePS.Pipeline;

namespace SalesforcePS.Commands;

/// <summary>Aborts bulk jobs that the org is not done with.</summary>
[Cmdlet(VerbsLifecycle.Stop, "SfJob", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(SfJob))]
public sealed class StopSfJobCommand : JobCommand
{
    /// <summary>Puts out the job as it then is.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Process(BulkJob job)
    {
        if (!ShouldProcess($"{job.Id} ({job.Operation} of {job.ObjectType}, {job.State})", "Abort"))
            return;
        Wait(Jobs.AbortAsync(job, StopToken));
        if (PassThru)
            WriteObject(new SfJob(Wait(Jobs.RefreshAsync(job, StopToken))));
    }
}
