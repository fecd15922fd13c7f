namespace SalesforcePS.Emulator.Records.Approvals;

/// <summary>A request for approval that waits for its answer.</summary>
/// <param name="Id">The ProcessInstanceWorkitem.</param>
/// <param name="ActorId">Who is asked.</param>
/// <param name="OriginalActorId">Who was asked at first.</param>
/// <param name="Since">When, in milliseconds since 1970.</param>
internal sealed record PendingWorkitem(string Id, string ActorId, string OriginalActorId, long Since);
