namespace SalesforcePS.Emulator.Searching;

/// <param name="SObject">API name.</param>
/// <param name="Labels">Of the returned fields, by path.</param>
internal sealed record FieldLabels(string SObject, IReadOnlyList<KeyValuePair<string, string>> Labels);
