namespace SalesforcePS.Emulator.Schema;

/// <summary>The active assignment rule of an sObject: whoever asks for it gives the record to this owner.</summary>
internal sealed record AssignmentRule(string Id, string Owner);
