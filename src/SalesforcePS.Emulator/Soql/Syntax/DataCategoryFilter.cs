namespace SalesforcePS.Emulator.Soql.Syntax;

internal sealed record DataCategoryFilter(string Group, string Selector, IReadOnlyList<string> Categories);
