namespace SalesforcePS.Emulator.Records;

/// <summary>A parent named by an external id, as in <c>"Account": {"Key__c": "A-1"}</c>; the field input bears the relationship's name.</summary>
internal sealed record ForeignKey(string? Type, string Field, string Value);
