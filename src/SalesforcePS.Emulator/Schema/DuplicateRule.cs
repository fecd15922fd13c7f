namespace SalesforcePS.Emulator.Schema;

/// <summary>Records with equal values in all these fields are duplicates. A rule that does not block lets the caller save them by a header.</summary>
internal sealed record DuplicateRule(string Name, IReadOnlyList<SObjectField> Fields, bool Blocks);
