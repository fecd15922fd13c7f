namespace SalesforcePS.Core.Soql;

/// <summary>What a query asks for, and of what.</summary>
/// <param name="From">The object, or the relationship name in a subquery, as written (without a leading parent's name).</param>
internal sealed record SelectStatement(IReadOnlyList<SelectItem> Items, string From, FieldAliases Aliases);
