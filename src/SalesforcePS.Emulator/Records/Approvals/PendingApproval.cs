using SalesforcePS.Emulator.Identity;
using SalesforcePS.Emulator.Schema.Approvals;

namespace SalesforcePS.Emulator.Records.Approvals;

/// <summary>An approval that waits for an answer, seen from one of its requests.</summary>
/// <param name="Instance">The approval.</param>
/// <param name="NodeId">Its ProcessInstanceNode of the moment.</param>
/// <param name="StepIndex">The place of the step in the process.</param>
/// <param name="Workitem">The request.</param>
/// <param name="Others">What else is asked in this step.</param>
internal sealed record PendingApproval(ApprovalInstance Instance, string NodeId, int StepIndex, PendingWorkitem Workitem, IReadOnlyList<PendingWorkitem> Others)
{
    public ApprovalStep Step => Instance.Process.Steps[StepIndex];

    public History History(WriteContext context, OrgRows rows) => new(context, rows, Instance);

    /// <summary>Null where no such request waits.</summary>
    public static PendingApproval? Find(WriteContext context, OrgRows rows, string workitemId)
    {
        if (rows.Find(ApprovalRun.Workitem, "Id", workitemId, "ProcessInstanceId") is not [[string instanceId]])
            return null;
        var workitems = rows.Find(ApprovalRun.Workitem, "ProcessInstanceId", instanceId, "Id", "ActorId", "OriginalActorId", "CreatedDate")
            .ConvertAll(row => new PendingWorkitem((string)row[0]!, (string)row[1]!, (string)row[2]!, (long)row[3]!));
        var node = rows.Find(ApprovalRun.Node, "ProcessInstanceId", instanceId, "Id", "ProcessNodeId", "NodeStatus").Last(row => row[2] is ProcessStatus.Pending);
        var process = context.Schema.ApprovalProcesses.First(process => process.Steps.Any(step => step.Id == (string)node[1]!));
        var stepIndex = process.Steps.TakeWhile(step => step.Id != (string)node[1]!).Count();
        var (targetId, submitterId) = rows.Find(ApprovalRun.Instance, "Id", instanceId, "TargetObjectId", "SubmittedById") is [[string target, string submitter]]
            ? (target, submitter)
            : throw new InvalidOperationException($"{instanceId} has requests and is not there.");
        var type = context.Schema.FindByKeyPrefix(SalesforceId.KeyPrefix(targetId))!;
        return new PendingApproval(
            new ApprovalInstance(instanceId, process, type, targetId, submitterId),
            (string)node[0]!,
            stepIndex,
            workitems.Find(workitem => workitem.Id == workitemId)!,
            workitems.FindAll(workitem => workitem.Id != workitemId));
    }
}
