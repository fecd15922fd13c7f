namespace SalesforcePS.Emulator.Records.Approvals;

/// <summary>A record to submit for approval.</summary>
/// <param name="ObjectId">The record.</param>
internal sealed record SubmitRequest(string ObjectId) : ProcessRequest
{
    /// <summary>In whose name; null for whoever calls.</summary>
    public string? SubmitterId { get; init; }

    /// <summary>A certain process; null for the first that fits.</summary>
    public string? ProcessDefinitionNameOrId { get; init; }

    /// <summary>Of a certain process: the record need not meet its entry criteria.</summary>
    public bool SkipEntryCriteria { get; init; }
}
