namespace SalesforcePS.Emulator.Schema;

/// <summary>Records with equal values in all these fields are duplicates. A rule that does not block lets the caller save them by a header.</summary>
/// <param name="Name">Its API name.</param>
/// <param name="Fields">What is compared.</param>
/// <param name="BlocksInsert">Whether it blocks new records; null where it does not look at them.</param>
/// <param name="BlocksUpdate">Whether it blocks changed records; null where it does not look at them.</param>
internal sealed record DuplicateRule(string Name, IReadOnlyList<SObjectField> Fields, bool? BlocksInsert, bool? BlocksUpdate);
