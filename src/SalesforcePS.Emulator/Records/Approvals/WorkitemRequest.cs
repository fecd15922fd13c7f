namespace SalesforcePS.Emulator.Records.Approvals;

/// <summary>An answer to a request for approval, or its recall.</summary>
/// <param name="WorkitemId">The request.</param>
/// <param name="Action">Approve, Reject or Removed.</param>
internal sealed record WorkitemRequest(string WorkitemId, string Action) : ProcessRequest;
