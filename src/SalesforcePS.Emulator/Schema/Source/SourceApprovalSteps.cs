using System.Collections.Frozen;
using SalesforcePS.Emulator.Schema.Approvals;

namespace SalesforcePS.Emulator.Schema.Source;

/// <summary>Reads the steps of an approval process.</summary>
internal sealed class SourceApprovalSteps(SObjectType type, SourceCriteria criteria, SourceFieldUpdates actions, bool hasHierarchyField)
{
    private static readonly FrozenSet<string> Elements = FrozenSet.ToFrozenSet(
        (string[])
        [
            "allowDelegate", "approvalActions", "assignedApprover", "description", "entryCriteria", "ifCriteriaNotMet", "label", "name",
            "rejectBehavior", "rejectionActions",
        ],
        StringComparer.Ordinal);

    public ApprovalStep Read(SourceElement step, bool isFirst)
    {
        step.AllowOnly(Elements);
        var name = step.RequiredText("name");
        var assigned = step.Child("assignedApprover") ?? throw step.Mistake($"the step {name} has no assignedApprover", "Add it");
        var entry = criteria.Read(step);
        return new ApprovalStep(name, step.RequiredText("label"), step.Text("description"), [.. assigned.Children("approver").Select(approver => Approver(approver, name))])
        {
            EntryCriteria = entry,
            Otherwise = entry is null ? UnmetCriteria.ApproveRecord : step.RequiredOneOf<UnmetCriteria>("ifCriteriaNotMet"),
            IsUnanimous = IsUnanimous(assigned),
            AllowDelegate = step.Flag("allowDelegate"),
            RejectsToPrevious = RejectsToPrevious(step, name, isFirst),
            ApprovalActions = actions.Read(step, "approvalActions"),
            RejectionActions = actions.Read(step, "rejectionActions"),
        };
    }

    private Approver Approver(SourceElement approver, string stepName)
    {
        var kind = approver.RequiredOneOf<ApproverKind>("type");
        if (kind == ApproverKind.UserHierarchyField && !hasHierarchyField)
            throw approver.Mistake($"the step {stepName} goes by the user hierarchy, and the process has no nextAutomatedApprover", "Add it");
        return new Approver(
            kind,
            kind == ApproverKind.User ? approver.RequiredText("name") : null,
            kind == ApproverKind.RelatedUserField ? RelatedField(approver, stepName) : null);
    }

    private SObjectField RelatedField(SourceElement approver, string stepName)
    {
        var name = approver.RequiredText("name");
        return (type.FindRelationship(name) ?? type.FindField(name)) is { Type: FieldType.Reference } field && field.ReferenceTo.Contains("User")
            ? field
            : throw approver.Mistake($"the step {stepName} names the field '{name}', which is no reference of {type.Name} to a user", "Name one that is");
    }

    // All must approve unless it is said that the first answer counts (Metadata API Developer Guide, ApprovalStepApprover).
    private static bool IsUnanimous(SourceElement assigned) => assigned.Text("whenMultipleApprovers") switch
    {
        null or "Unanimous" => true,
        "FirstResponse" => false,
        var other => throw assigned.Mistake($"the whenMultipleApprovers '{other}' is not known", "Use Unanimous or FirstResponse"),
    };

    private static bool RejectsToPrevious(SourceElement step, string name, bool isFirst) => step.Child("rejectBehavior")?.Text("type") switch
    {
        null or "RejectRequest" => false,
        "BackToPrevious" when !isFirst => true,
        var other => throw step.Mistake($"the rejectBehavior '{other}' of the step {name} is not allowed", "Use RejectRequest, or BackToPrevious behind the first step"),
    };
}
