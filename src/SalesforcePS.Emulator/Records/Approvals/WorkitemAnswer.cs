using SalesforcePS.Emulator.Identity;
using SalesforcePS.Emulator.Rights;
using SalesforcePS.Emulator.Schema.Approvals;

namespace SalesforcePS.Emulator.Records.Approvals;

/// <summary>Approves, rejects or recalls a request for approval.</summary>
internal sealed class WorkitemAnswer(WriteContext context)
{
    private readonly OrgRows rows = new(context);

    public ProcessResult Run(WorkitemRequest request)
    {
        var pending = Find(request.WorkitemId);
        return request.Action.ToUpperInvariant() switch
        {
            "APPROVE" => Approve(pending, request),
            "REJECT" => Reject(pending, request),
            "REMOVED" => Recall(pending, request),
            _ => throw new ApprovalRefusedException(ApprovalErrors.UnknownAction(request.Action)),
        };
    }

    private ProcessResult Approve(PendingApproval pending, WorkitemRequest request)
    {
        RequireApprover(pending);
        var run = new ApprovalRun(context, pending.Instance);
        Close(pending, ProcessStatus.Approved, request.Comments);
        if (pending.Step.IsUnanimous && pending.Others.Count > 0)
            return run.Result(ProcessStatus.Pending) with { ActorIds = [.. pending.Others.Select(other => other.ActorId)] };
        Leave(pending, ProcessStatus.Approved);
        run.Update(pending.Step.ApprovalActions);
        return run.Enter(pending.StepIndex + 1, context.User.UserId, request.NextApproverIds);
    }

    private ProcessResult Reject(PendingApproval pending, WorkitemRequest request)
    {
        RequireApprover(pending);
        var run = new ApprovalRun(context, pending.Instance);
        Close(pending, ProcessStatus.Rejected, request.Comments);
        Leave(pending, ProcessStatus.Rejected);
        run.Update(pending.Step.RejectionActions);
        return pending.Step.RejectsToPrevious && Previous(pending) is var (step, actors) ? run.Ask(step, actors) : run.Reject();
    }

    // Administrators may do it in any process (Metadata API Developer Guide, ApprovalProcess.allowRecall).
    private ProcessResult Recall(PendingApproval pending, WorkitemRequest request)
    {
        var isSubmitter = pending.Instance.Process.AllowRecall && pending.Instance.SubmitterId == context.User.UserId;
        if (!isSubmitter && !context.User.Access.Has(UserPermission.ModifyAllData))
            throw new ApprovalRefusedException(ApprovalErrors.NoAccess());
        Close(pending, ProcessStatus.Removed, request.Comments);
        Leave(pending, ProcessStatus.Removed);
        return new ApprovalRun(context, pending.Instance).Recall();
    }

    private PendingApproval Find(string text)
    {
        if (!SalesforceId.TryNormalize(text, out var id))
            throw new ApprovalRefusedException(RecordErrors.BadId(text));
        var pending = PendingApproval.Find(context, rows, id) ?? throw new ApprovalRefusedException(RecordErrors.NoSuchRecord());
        return new LockCheck(context).Check([pending.Instance.RecordId]) is { } locked ? throw new ApprovalRefusedException(locked) : pending;
    }

    private void RequireApprover(PendingApproval pending)
    {
        if (pending.Workitem.ActorId != context.User.UserId && !IsDelegate(pending) && !context.User.Access.Has(UserPermission.ModifyAllData))
            throw new ApprovalRefusedException(ApprovalErrors.NoAccess());
    }

    private bool IsDelegate(PendingApproval pending) => pending.Step.AllowDelegate
        && new UserLookup(context).Column(pending.Workitem.ActorId, "DelegatedApproverId") as string == context.User.UserId;

    /// <summary>The request has its answer.</summary>
    private void Close(PendingApproval pending, string status, string? comments)
    {
        pending.History(context, rows).Add(status, context.User.UserId, pending.Workitem.OriginalActorId, pending.Step.Id, comments, pending.Workitem.Since);
        rows.Remove(ApprovalRun.Workitem, pending.Workitem.Id);
    }

    /// <summary>The step is done: whoever has not answered need not any more.</summary>
    private void Leave(PendingApproval pending, string status)
    {
        foreach (var other in pending.Others)
        {
            pending.History(context, rows).Add(ProcessStatus.NoResponse, other.ActorId, other.OriginalActorId, pending.Step.Id, since: other.Since);
            rows.Remove(ApprovalRun.Workitem, other.Id);
        }

        rows.Change(ApprovalRun.Node, pending.NodeId, ("NodeStatus", status), ("CompletedDate", context.Now), ("LastActorId", context.User.UserId));
        rows.Change(ApprovalRun.Instance, pending.Instance.Id, ("LastActorId", context.User.UserId));
    }

    /// <summary>The step that was approved before this one, and whoever approved it.</summary>
    private (ApprovalStep Step, IReadOnlyList<string> Actors)? Previous(PendingApproval pending)
    {
        var steps = pending.Instance.Process.Steps;
        var visited = rows.Find(ApprovalRun.Step, "ProcessInstanceId", pending.Instance.Id, "StepNodeId", "OriginalActorId", "StepStatus")
            .Where(row => row[2] is ProcessStatus.Approved)
            .ToLookup(row => row[0] as string, row => (string)row[1]!);
        var previous = steps.Take(pending.StepIndex).LastOrDefault(step => visited.Contains(step.Id));
        return previous is null ? null : (previous, [.. visited[previous.Id].Distinct(StringComparer.Ordinal)]);
    }
}
