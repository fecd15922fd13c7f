namespace SalesforcePS.Core.Soql;

/// <summary>A function; <c>Argument</c> is the field it is applied to, or null where that is not a plain field.</summary>
internal sealed record SelectedFunction(string Name, string? Argument, string? Alias) : SelectItem;
