using System.Collections.Frozen;
using SalesforcePS.Emulator.Schema.Approvals;

namespace SalesforcePS.Emulator.Schema.Source;

/// <summary>Reads one active approval process.</summary>
internal sealed class SourceApprovalProcess(SourceElement element, SObjectType type, OrgSchema schema, SourceFieldUpdates actions, SourceProblems problems)
{
    private static readonly FrozenSet<string> Elements = FrozenSet.ToFrozenSet(
        (string[])
        [
            "active", "allowRecall", "allowedSubmitters", "approvalStep", "description", "entryCriteria", "finalApprovalActions",
            "finalApprovalRecordLock", "finalRejectionActions", "finalRejectionRecordLock", "fullName", "initialSubmissionActions", "label",
            "nextAutomatedApprover", "processOrder", "recallActions", "recordEditability",

            // Pages and mail.
            "approvalPageFields", "emailTemplate", "enableMobileDeviceAccess", "postTemplate", "showApprovalHistory",
        ],
        StringComparer.Ordinal);

    private readonly SourceCriteria criteria = new(type, schema);

    public ApprovalProcess Read(string name)
    {
        problems.Catch(() => element.AllowOnly(Elements));
        var next = element.Child("nextAutomatedApprover");
        var hierarchyField = next is null ? null : HierarchyField(next);
        var steps = new SourceApprovalSteps(type, criteria, actions, hierarchyField is not null);
        return new ApprovalProcess(type.Name, name, element.RequiredText("label"), element.Text("description"))
        {
            IsActive = true,
            AllowRecall = element.Flag("allowRecall"),
            Submitters = problems.Collect(element.Children("allowedSubmitters"), IEnumerable<ApprovalSubmitter> (submitter) => [Submitter(submitter)]),
            EntryCriteria = problems.Collect([element], IEnumerable<Formulas.Formula?> (process) => [criteria.Read(process)]).FirstOrDefault(),
            Steps = problems.Collect(
                element.Children("approvalStep").Select((step, index) => (step, index)),
                IEnumerable<ApprovalStep> (item) => [steps.Read(item.step, isFirst: item.index == 0)]),
            IsOpenToApprover = IsOpenToApprover(),
            HierarchyField = hierarchyField,
            StartsFromOwner = next?.Flag("useApproverFieldOfRecordOwner") == true,
            SubmissionActions = actions.Read(element, "initialSubmissionActions"),
            ApprovalActions = actions.Read(element, "finalApprovalActions"),
            RejectionActions = actions.Read(element, "finalRejectionActions"),
            RecallActions = actions.Read(element, "recallActions"),
            LocksApproved = element.Flag("finalApprovalRecordLock"),
            LocksRejected = element.Flag("finalRejectionRecordLock"),
        };
    }

    private bool IsOpenToApprover() => element.RequiredText("recordEditability") switch
    {
        "AdminOnly" => false,
        "AdminOrCurrentApprover" => true,
        var other => throw element.Mistake($"the recordEditability '{other}' is not known", "Use AdminOnly or AdminOrCurrentApprover"),
    };

    private static ApprovalSubmitter Submitter(SourceElement submitter)
    {
        var kind = submitter.RequiredOneOf<SubmitterKind>("type");
        return new ApprovalSubmitter(kind, kind is SubmitterKind.User or SubmitterKind.Role ? submitter.RequiredText("submitter") : null);
    }

    private SObjectField HierarchyField(SourceElement next)
    {
        var name = next.RequiredText("userHierarchyField");
        var user = schema.Find("User")!;
        return (user.FindRelationship(name) ?? user.FindField(name)) is { Type: FieldType.Reference } field && field.ReferenceTo.Contains("User")
            ? field
            : throw next.Mistake($"User has no field '{name}' that refers to another user", "Name one that does, such as Manager");
    }
}
