using SalesforcePS.Emulator.Querying;

namespace SalesforcePS.Emulator.Searching;

/// <param name="Row">The fields of RETURNING.</param>
/// <param name="Highlights">By field: its text with the words that were found marked.</param>
/// <param name="Snippet">The text around what was found, marked; null without one.</param>
internal sealed record FoundRecord(QueryRow Row, IReadOnlyList<KeyValuePair<string, string>> Highlights, string? Snippet);
