namespace SalesforcePS.Emulator.Records.Approvals;

/// <summary>A request that cannot be done; all that it has done so far is taken back.</summary>
internal sealed class ApprovalRefusedException(RecordError error) : Exception(error.Message)
{
    public RecordError Error { get; } = error;
}
