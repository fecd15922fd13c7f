namespace SalesforcePS.Emulator.Schema;

internal sealed record PicklistValue(string Value, string Label, bool Active, bool IsDefault);
