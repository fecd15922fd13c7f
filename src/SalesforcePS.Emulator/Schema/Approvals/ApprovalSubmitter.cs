namespace SalesforcePS.Emulator.Schema.Approvals;

/// <param name="Kind">Who may submit records.</param>
/// <param name="Name">Of a certain user the user name, of a role its developer name.</param>
internal sealed record ApprovalSubmitter(SubmitterKind Kind, string? Name = null);
