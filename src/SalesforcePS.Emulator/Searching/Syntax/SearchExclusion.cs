namespace SalesforcePS.Emulator.Searching.Syntax;

/// <summary>Left AND NOT right.</summary>
internal sealed record SearchExclusion(SearchTerm Left, SearchTerm Right) : SearchTerm;
