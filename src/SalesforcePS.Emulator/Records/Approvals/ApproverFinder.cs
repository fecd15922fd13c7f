using SalesforcePS.Emulator.Identity;
using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Schema.Approvals;

namespace SalesforcePS.Emulator.Records.Approvals;

/// <summary>Finds out who is asked in a step.</summary>
internal sealed class ApproverFinder(WriteContext context, ApprovalInstance instance)
{
    private readonly UserLookup users = new(context);

    /// <param name="step">The step.</param>
    /// <param name="lastApproverId">Who approved the step before; null for the first one.</param>
    /// <param name="chosen">Whom the request names.</param>
    public IReadOnlyList<string> Find(ApprovalStep step, string? lastApproverId, IReadOnlyList<string> chosen) =>
        [.. step.Approvers.Select(approver => Find(approver, lastApproverId, chosen)).Distinct(StringComparer.Ordinal)];

    private string Find(Approver approver, string? lastApproverId, IReadOnlyList<string> chosen) => approver.Kind switch
    {
        ApproverKind.Adhoc => Chosen(chosen),
        ApproverKind.User => Named(approver.UserName!),
        ApproverKind.RelatedUserField => Related(approver.Field!),
        _ => Superior(lastApproverId),
    };

    // One user, neither none nor several (Apex Reference Guide, ProcessRequest.setNextApproverIds).
    private string Chosen(IReadOnlyList<string> chosen)
    {
        if (chosen is not [var text])
            throw new ApprovalRefusedException(ApprovalErrors.ApproverMissing());
        if (!SalesforceId.TryNormalize(text, out var id))
            throw new ApprovalRefusedException(RecordErrors.BadId(text));
        return users.IsActive(id) ? id : throw new ApprovalRefusedException(RecordErrors.NoSuchRecord("nextApproverIds"));
    }

    private string Named(string userName) => users.IdOf(userName) is { } id && users.IsActive(id)
        ? id
        : throw new ApprovalRefusedException(ApprovalErrors.UnknownTarget("user", userName));

    private string Related(SObjectField field) =>
        Existing(context.Sight.Record(instance.Type, instance.RecordKey).Column(field), LabelOf(field));

    private string Superior(string? lastApproverId)
    {
        var process = instance.Process;
        var start = lastApproverId ?? (process.StartsFromOwner ? OwnerId() : instance.SubmitterId);
        return Existing(users.Column(start, process.HierarchyField!.Name), LabelOf(process.HierarchyField));
    }

    private string OwnerId() => instance.Type.FindField(SystemFields.OwnerId) is { } owner
        && context.Sight.Record(instance.Type, instance.RecordKey).Column(owner) is string id ? id : instance.SubmitterId;

    // The owner of a record can be a queue.
    private string Existing(object? column, string label) => column is string id && (!users.IsUser(id) || users.IsActive(id))
        ? id
        : throw new ApprovalRefusedException(ApprovalErrors.ApproverUndefined(label));

    /// <summary>Pages call a standard reference by what it leads to: Manager, where describe has Manager ID.</summary>
    private static string LabelOf(SObjectField field) => field.Label.EndsWith(" ID", StringComparison.Ordinal) ? field.Label[..^" ID".Length] : field.Label;
}
