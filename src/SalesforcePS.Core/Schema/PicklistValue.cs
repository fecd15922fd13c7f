namespace SalesforcePS.Core.Schema;

/// <summary>A value of a picklist. An inactive one is kept by records that have it, and not offered any more.</summary>
public sealed record PicklistValue(string Value, string Label, bool Active, bool DefaultValue);
