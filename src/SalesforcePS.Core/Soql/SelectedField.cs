namespace SalesforcePS.Core.Soql;

/// <summary>A field or a path through parents, with its alias if it has one.</summary>
internal sealed record SelectedField(string Path, string? Alias) : SelectItem;
