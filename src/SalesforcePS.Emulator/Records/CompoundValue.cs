namespace SalesforcePS.Emulator.Records;

/// <summary>The value of an address field: its parts under the names that the API gives them, such as <c>postalCode</c>.</summary>
internal sealed record CompoundValue(IReadOnlyList<KeyValuePair<string, object?>> Parts);
