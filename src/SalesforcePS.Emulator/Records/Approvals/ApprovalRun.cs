using SalesforcePS.Emulator.Formulas;
using SalesforcePS.Emulator.Schema.Approvals;

namespace SalesforcePS.Emulator.Records.Approvals;

/// <summary>Moves a record through its approval process.</summary>
internal sealed class ApprovalRun(WriteContext context, ApprovalInstance instance)
{
    public const string Instance = "ProcessInstance";
    public const string Node = "ProcessInstanceNode";
    public const string Step = "ProcessInstanceStep";
    public const string Workitem = "ProcessInstanceWorkitem";

    private readonly OrgRows rows = new(context);
    private readonly ApproverFinder approvers = new(context, instance);
    private readonly FieldUpdater updates = new(context, instance);

    /// <summary>Asks for the approval of the first step from this one on whose criteria the record meets.</summary>
    /// <param name="index">The step.</param>
    /// <param name="lastApproverId">Who approved the step before; null for the first one.</param>
    /// <param name="chosen">Whom the request names as the next approver.</param>
    public ProcessResult Enter(int index, string? lastApproverId, IReadOnlyList<string> chosen)
    {
        var steps = instance.Process.Steps;
        for (var next = index; next < steps.Count; next++)
        {
            if (Meets(steps[next].EntryCriteria))
                return Ask(steps[next], approvers.Find(steps[next], lastApproverId, chosen));
            if (steps[next].Otherwise != UnmetCriteria.GotoNextStep)
                return steps[next].Otherwise == UnmetCriteria.ApproveRecord ? Approve() : Reject();
        }

        // Behind the last step a record is approved, unless it was passed from step to step without being asked about.
        return index == steps.Count ? Approve() : Reject();
    }

    public ProcessResult Ask(ApprovalStep step, IReadOnlyList<string> actorIds)
    {
        rows.Add(Node, ("ProcessInstanceId", instance.Id), ("ProcessNodeId", step.Id), ("ProcessNodeName", step.Label), ("NodeStatus", ProcessStatus.Pending));
        List<string> workitems = [.. actorIds.Select(actor => rows.Add(Workitem, ("ProcessInstanceId", instance.Id), ("ActorId", actor), ("OriginalActorId", actor)))];
        return Result(ProcessStatus.Pending) with { ActorIds = actorIds, NewWorkitemIds = workitems };
    }

    public ProcessResult Reject() => Finish(ProcessStatus.Rejected, instance.Process.RejectionActions, instance.Process.LocksRejected);

    public ProcessResult Recall() => Finish(ProcessStatus.Removed, instance.Process.RecallActions, staysLocked: false);

    public ProcessResult Result(string status) => new(instance.RecordId, instance.Id, status);

    public void Update(IReadOnlyList<FieldUpdate> actions) => updates.Run(actions);

    private ProcessResult Approve() => Finish(ProcessStatus.Approved, instance.Process.ApprovalActions, instance.Process.LocksApproved);

    private ProcessResult Finish(string status, IReadOnlyList<FieldUpdate> actions, bool staysLocked)
    {
        updates.Run(actions);
        var locks = new ApprovalLocks(context);
        if (staysLocked)
            locks.Lock(instance.RecordId, isOpenToApprover: false);
        else
            locks.Release(instance.RecordId);
        rows.Change(Instance, instance.Id, ("Status", status), ("CompletedDate", context.Now), ("LastActorId", context.User.UserId));
        return Result(status);
    }

    private bool Meets(Formula? criteria) =>
        Criteria.AreMet(criteria, context, instance.Type, instance.RecordKey);
}
