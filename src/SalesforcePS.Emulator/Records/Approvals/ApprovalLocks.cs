using SalesforcePS.Emulator.Identity;
using SalesforcePS.Emulator.Rights;
using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Storage;

namespace SalesforcePS.Emulator.Records.Approvals;

/// <summary>Records in approval processes are locked: administrators may edit them, their approvers where the process allows it.</summary>
internal sealed class ApprovalLocks(WriteContext context)
{
    private readonly OrgDatabase database = context.Database;

    public void Lock(string recordId, bool isOpenToApprover) =>
        database.Prepare("INSERT OR REPLACE INTO _approval_lock VALUES (?, ?)").Bind(1, recordId).Bind(2, isOpenToApprover ? 1L : 0L).Step();

    public void Release(string recordId) => database.Prepare("DELETE FROM _approval_lock WHERE record = ?").Bind(1, recordId).Step();

    /// <summary>Why the user may not edit or delete the record; null where nothing speaks against it. Details are locked with their masters.</summary>
    public RecordError? Check(SObjectType type, string id)
    {
        if (context.User.Access.Has(UserPermission.ModifyAllData))
            return null;
        return IsClosed(id) || Masters(type, id).Any(master => Check(master.Type, master.Id) is not null) ? ApprovalErrors.EntityLocked() : null;
    }

    private bool IsClosed(string id)
    {
        var found = database.Prepare("SELECT is_open_to_approver FROM _approval_lock WHERE record = ?").Bind(1, id);
        if (!found.Step())
            return false;
        var isOpenToApprover = found.Integer(0) != 0;
        found.Reset();
        return !isOpenToApprover || !IsApprover(id);
    }

    private bool IsApprover(string id)
    {
        var found = database.Prepare(
            "SELECT 1 FROM \"ProcessInstanceWorkitem\" AS item JOIN \"ProcessInstance\" AS instance ON instance.\"Id\" = item.\"ProcessInstanceId\" "
            + "WHERE instance.\"TargetObjectId\" = ? AND item.\"ActorId\" = ?").Bind(1, id).Bind(2, context.User.UserId);
        var isApprover = found.Step();
        found.Reset();
        return isApprover;
    }

    private List<(SObjectType Type, string Id)> Masters(SObjectType type, string id)
    {
        var masters = new List<(SObjectType, string)>();
        if (!SalesforceId.TryGetKey(id, out var key))
            return masters;
        foreach (var field in type.Fields.Where(field => field.RelationshipOrder is not null))
        {
            if (context.Sight.Column(type, field, key) is string master)
                masters.Add((context.Schema.Find(field.ReferenceTo[0])!, master));
        }

        return masters;
    }
}
