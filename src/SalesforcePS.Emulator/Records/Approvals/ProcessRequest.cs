namespace SalesforcePS.Emulator.Records.Approvals;

/// <summary>A record to submit for approval, or an answer to a request for approval.</summary>
internal abstract record ProcessRequest
{
    public string? Comments { get; init; }

    /// <summary>Who is asked next, where the next step leaves it open.</summary>
    public IReadOnlyList<string> NextApproverIds { get; init; } = [];
}
