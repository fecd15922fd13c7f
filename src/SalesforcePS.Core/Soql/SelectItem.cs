namespace SalesforcePS.Core.Soql;

/// <summary>One entry of a select list.</summary>
internal abstract record SelectItem;
