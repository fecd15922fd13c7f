namespace SalesforcePS.Emulator.Records.Leads;

/// <summary>One lead to convert. Ids are those of existing records to convert into; the inputs are fields for new ones.</summary>
internal sealed record LeadConvertRequest
{
    public string LeadId { get; init; } = "";

    public string ConvertedStatus { get; init; } = "";

    public string? AccountId { get; init; }

    public string? ContactId { get; init; }

    public string? OpportunityId { get; init; }

    public string? OpportunityName { get; init; }

    public string? OwnerId { get; init; }

    public RecordInput? Account { get; init; }

    public RecordInput? Contact { get; init; }

    public RecordInput? Opportunity { get; init; }

    public bool DoNotCreateOpportunity { get; init; }

    public bool OverwriteLeadSource { get; init; }

    public bool BypassAccountDedupeCheck { get; init; }

    public bool BypassContactDedupeCheck { get; init; }
}
