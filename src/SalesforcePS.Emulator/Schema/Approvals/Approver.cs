namespace SalesforcePS.Emulator.Schema.Approvals;

/// <param name="Kind">How the approver is found.</param>
/// <param name="UserName">Of a certain user: the user name.</param>
/// <param name="Field">Of a related user: the field of the record.</param>
internal sealed record Approver(ApproverKind Kind, string? UserName = null, SObjectField? Field = null);
