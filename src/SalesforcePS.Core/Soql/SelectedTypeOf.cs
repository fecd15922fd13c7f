namespace SalesforcePS.Core.Soql;

/// <summary><c>TYPEOF What WHEN Account THEN Phone ... END</c>: the fields of all branches.</summary>
internal sealed record SelectedTypeOf(string Relationship, IReadOnlyList<string> Fields) : SelectItem;
