using SalesforcePS.Emulator.Identity;
using SalesforcePS.Emulator.Rights;
using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Schema.Approvals;

namespace SalesforcePS.Emulator.Records.Approvals;

/// <summary>Submits a record for approval.</summary>
internal sealed class Submission(WriteContext context)
{
    private readonly OrgRows rows = new(context);
    private readonly UserLookup users = new(context);

    public ProcessResult Run(SubmitRequest request)
    {
        var (type, id, key) = Find(request.ObjectId);
        if (rows.Find(ApprovalRun.Instance, "TargetObjectId", id, "Status").Exists(row => row[0] is ProcessStatus.Pending))
            throw new ApprovalRefusedException(ApprovalErrors.AlreadyInProcess());
        var submitterId = SubmitterId(request.SubmitterId);
        var process = context.Schema.ApprovalProcesses.FirstOrDefault(process => Applies(process, request, type, key, submitterId))
            ?? throw new ApprovalRefusedException(ApprovalErrors.NoProcess());
        if (new LockCheck(context).Check([id]) is { } locked)
            throw new ApprovalRefusedException(locked);
        return Start(request, new ApprovalInstance("", process, type, id, submitterId));
    }

    private ProcessResult Start(SubmitRequest request, ApprovalInstance submitted)
    {
        var instance = submitted with
        {
            Id = rows.Add(
                ApprovalRun.Instance,
                ("ProcessDefinitionId", submitted.Process.Id),
                ("TargetObjectId", submitted.RecordId),
                ("Status", ProcessStatus.Pending),
                ("SubmittedById", submitted.SubmitterId),
                ("LastActorId", submitted.SubmitterId)),
        };
        new History(context, rows, instance).Add(ProcessStatus.Started, submitted.SubmitterId, submitted.SubmitterId, node: null, request.Comments);
        new ApprovalLocks(context).Lock(instance.RecordId, instance.Process.IsOpenToApprover);
        var run = new ApprovalRun(context, instance);
        run.Update(instance.Process.SubmissionActions);
        return run.Enter(0, lastApproverId: null, request.NextApproverIds);
    }

    private (SObjectType Type, string Id, long Key) Find(string text)
    {
        if (!SalesforceId.TryNormalize(text, out var id) || context.Schema.FindByKeyPrefix(SalesforceId.KeyPrefix(id)) is not { } type)
            throw new ApprovalRefusedException(RecordErrors.BadId(text));
        if (context.User.Access.Find(type) is null)
            throw new ApprovalRefusedException(ApprovalErrors.NoAccess());
        return new RecordLookup(context.Database).StateOf(type, id) switch
        {
            RecordState.Missing => throw new ApprovalRefusedException(RecordErrors.NoSuchRecord()),
            RecordState.Deleted => throw new ApprovalRefusedException(RecordErrors.Deleted()),
            _ => (type, id, SalesforceId.TryGetKey(id, out var key) ? key : 0),
        };
    }

    private string SubmitterId(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return context.User.UserId;
        if (!SalesforceId.TryNormalize(text, out var id))
            throw new ApprovalRefusedException(RecordErrors.BadId(text));
        return users.IsUser(id) ? id : throw new ApprovalRefusedException(RecordErrors.NoSuchRecord("submitterId"));
    }

    private bool Applies(ApprovalProcess process, SubmitRequest request, SObjectType type, long key, string submitterId)
    {
        if (!process.IsActive || !process.ObjectName.Equals(type.Name, StringComparison.OrdinalIgnoreCase))
            return false;
        var isNamed = request.ProcessDefinitionNameOrId is { Length: > 0 };
        if (isNamed && !IsNamed(process, request.ProcessDefinitionNameOrId!))
            return false;
        // Without a certain process the entry criteria always count (SOAP API guide, ProcessSubmitRequest).
        return MaySubmit(process, type, key, submitterId)
            && ((isNamed && request.SkipEntryCriteria) || Criteria.AreMet(process.EntryCriteria, context, type, key));
    }

    private static bool IsNamed(ApprovalProcess process, string nameOrId) =>
        process.DeveloperName.Equals(nameOrId, StringComparison.OrdinalIgnoreCase)
        || (SalesforceId.TryNormalize(nameOrId, out var id) && process.Id == id);

    private bool MaySubmit(ApprovalProcess process, SObjectType type, long key, string submitterId)
    {
        if (submitterId == context.User.UserId && context.User.Access.Has(UserPermission.ModifyAllData))
            return true;
        return process.Submitters.Any(submitter => submitter.Kind switch
        {
            SubmitterKind.AllInternalUsers => true,
            SubmitterKind.Owner => Is(SystemFields.OwnerId),
            SubmitterKind.Creator => Is(SystemFields.CreatedById),
            SubmitterKind.Role => users.HasRole(submitterId, submitter.Name),
            _ => users.HasName(submitterId, submitter.Name),
        });

        bool Is(string fieldName) => type.FindField(fieldName) is { } field && context.Sight.Record(type, key).Column(field) as string == submitterId;
    }
}
