namespace SalesforcePS.Emulator.Searching.Syntax;

/// <summary>What FIND looks for.</summary>
internal abstract record SearchTerm;
