namespace SalesforcePS.Core.Soql;

/// <summary>One entry of a select list.</summary>
internal abstract record SelectItem;

/// <summary>A field or a path through parents, with its alias if it has one.</summary>
internal sealed record SelectedField(string Path, string? Alias) : SelectItem;

/// <summary>A function; <c>Argument</c> is the field it is applied to, or null where that is not a plain field.</summary>
internal sealed record SelectedFunction(string Name, string? Argument, string? Alias) : SelectItem;

/// <summary>A child subquery.</summary>
internal sealed record SelectedChildren(SelectStatement Statement) : SelectItem;

/// <summary><c>TYPEOF What WHEN Account THEN Phone ... END</c>: the fields of all branches.</summary>
internal sealed record SelectedTypeOf(string Relationship, IReadOnlyList<string> Fields) : SelectItem;

/// <summary>What a query asks for, and of what.</summary>
/// <param name="From">The object, or the relationship name in a subquery, as written (without a leading parent's name).</param>
internal sealed record SelectStatement(IReadOnlyList<SelectItem> Items, string From);
