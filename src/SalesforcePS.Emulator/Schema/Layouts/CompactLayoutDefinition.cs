namespace SalesforcePS.Emulator.Schema.Layouts;

/// <param name="Name">Its API name.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Fields">The fields that stand at the top of a record's page.</param>
internal sealed record CompactLayoutDefinition(string Name, string Label, IReadOnlyList<string> Fields);
