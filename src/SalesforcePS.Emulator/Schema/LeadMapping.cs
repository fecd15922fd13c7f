namespace SalesforcePS.Emulator.Schema;

/// <summary>Where a custom field of a lead goes when the lead is converted.</summary>
/// <param name="Field">The field of the lead.</param>
/// <param name="Target">Account, Contact or Opportunity.</param>
/// <param name="TargetField">The field that takes its value.</param>
internal sealed record LeadMapping(string Field, string Target, string TargetField);
