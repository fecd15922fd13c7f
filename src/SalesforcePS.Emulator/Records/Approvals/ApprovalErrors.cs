using static SalesforcePS.Emulator.Records.StatusCode;

namespace SalesforcePS.Emulator.Records.Approvals;

/// <summary>Why requests of approval processes are refused, in the words of an org.</summary>
internal static class ApprovalErrors
{
    public static RecordError AlreadyInProcess() => new(StatusCode.AlreadyInProcess, "Cannot submit object already in process.", []);

    public static RecordError ApproverUndefined(string fieldLabel) => new(
        ManagerNotDefined,
        $"This approval request requires the next approver to be determined by the {fieldLabel} field. This value is empty. "
            + "Please contact your administrator for more information.",
        []);

    public static RecordError ApproverMissing() => new(RequiredFieldMissing, "missing required field: [nextApproverIds]", ["nextApproverIds"]);

    public static RecordError EntityLocked() => new(EntityIsLocked, "the entity is locked for editing", []);

    public static RecordError NoAccess() => new(InsufficientAccessOnCrossReference, "insufficient access rights on cross-reference id", []);

    public static RecordError NoProcess() => new(NoApplicableProcess, "No applicable approval process was found.", []);

    public static RecordError UnknownAction(string action) =>
        new(InvalidOperation, $"The action '{action}' is not known. Use Approve, Reject or Removed.", []);

    public static RecordError UnknownTarget(string what, string name) =>
        new(InvalidCrossReferenceKey, $"The approval process names the {what} '{name}', which this org does not have or which is not active.", []);

    public static RecordError ValueMissing(string update, string reason) =>
        new(InvalidOperation, $"The formula of the field update {update} has no value for this record: {reason}", []);
}
