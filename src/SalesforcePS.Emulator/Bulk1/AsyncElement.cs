namespace SalesforcePS.Emulator.Bulk1;

/// <summary>
/// One element of an answer: named members in the order of Salesforce's XML schema, each a string, bool, long, double,
/// DateTimeOffset or null.
/// </summary>
internal sealed record AsyncElement(string Name, IReadOnlyList<KeyValuePair<string, object?>> Members);
