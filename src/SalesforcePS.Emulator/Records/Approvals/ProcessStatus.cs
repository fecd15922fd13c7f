namespace SalesforcePS.Emulator.Records.Approvals;

/// <summary>The states of approvals and their steps, as the API names them.</summary>
internal static class ProcessStatus
{
    public const string Approved = "Approved";
    public const string NoResponse = "NoResponse";
    public const string Pending = "Pending";
    public const string Reassigned = "Reassigned";
    public const string Rejected = "Rejected";
    public const string Removed = "Removed";
    public const string Started = "Started";
}
