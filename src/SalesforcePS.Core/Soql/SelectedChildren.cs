namespace SalesforcePS.Core.Soql;

/// <summary>A child subquery.</summary>
internal sealed record SelectedChildren(SelectStatement Statement) : SelectItem;
