namespace SalesforcePS.Emulator.Schema.Approvals;

/// <param name="Kind">Who may submit records.</param>
/// <param name="UserName">Of a certain user: the user name.</param>
internal sealed record ApprovalSubmitter(SubmitterKind Kind, string? UserName = null);
