namespace SalesforcePS.Emulator.Records.Leads;

internal sealed record LeadConvertResult(
    string? LeadId, string? AccountId, string? ContactId, string? OpportunityId, IReadOnlyList<RecordError> Errors)
{
    public bool Success => Errors.Count == 0;

    public static LeadConvertResult Failed(string? leadId, params IReadOnlyList<RecordError> errors) => new(leadId, null, null, null, errors);
}
