using SalesforcePS.Emulator.Rights;

namespace SalesforcePS.Emulator.Records.Approvals;

/// <summary>A request for approval gets another approver when its actor is changed: whoever is asked may do that, and administrators.</summary>
internal sealed class Reassignment(WriteContext context)
{
    /// <summary>Before the row is written.</summary>
    public void Prepare(DraftRecord draft)
    {
        if (draft.Type.Name != ApprovalRun.Workitem)
            return;
        var rows = new OrgRows(context);
        var pending = PendingApproval.Find(context, rows, draft.Id)!;
        var workitem = pending.Workitem;
        if (workitem.ActorId != context.User.UserId && !context.User.Access.Has(UserPermission.ModifyAllData))
            draft.Fail(RecordErrors.NoAccess());
        else
            pending.History(context, rows).Add(ProcessStatus.Reassigned, context.User.UserId, workitem.ActorId, pending.Step.Id, since: workitem.Since);
    }
}
