namespace SalesforcePS.Emulator.Records.Approvals;

/// <param name="EntityId">The record that is approved; null where the request was refused.</param>
/// <param name="InstanceId">Its ProcessInstance.</param>
/// <param name="InstanceStatus">How far it is.</param>
internal sealed record ProcessResult(string? EntityId, string? InstanceId, string? InstanceStatus)
{
    /// <summary>Who is asked now.</summary>
    public IReadOnlyList<string> ActorIds { get; init; } = [];

    public IReadOnlyList<string> NewWorkitemIds { get; init; } = [];

    public IReadOnlyList<RecordError> Errors { get; init; } = [];

    public bool Success => Errors.Count == 0;

    public static ProcessResult Failed(RecordError error) => new(null, null, null) { Errors = [error] };
}
