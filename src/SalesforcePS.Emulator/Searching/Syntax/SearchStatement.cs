namespace SalesforcePS.Emulator.Searching.Syntax;

/// <param name="Find">Null where the text is longer than what an org searches for: nothing is found then.</param>
/// <param name="Group">Which fields are searched.</param>
/// <param name="Returning">Empty for all objects that are searched unless named otherwise.</param>
/// <param name="Options">The WITH clauses.</param>
/// <param name="Limit">Most records over all objects.</param>
internal sealed record SearchStatement(
    SearchTerm? Find, SearchGroup Group, IReadOnlyList<ReturnedObject> Returning, SearchOptions Options, long Limit);
