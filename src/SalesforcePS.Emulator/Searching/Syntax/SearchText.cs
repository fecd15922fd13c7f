namespace SalesforcePS.Emulator.Searching.Syntax;

/// <summary>A word or a phrase, with <see cref="Wildcard"/> characters in it.</summary>
internal sealed record SearchText(string Text) : SearchTerm;
