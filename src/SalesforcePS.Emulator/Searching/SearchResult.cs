namespace SalesforcePS.Emulator.Searching;

/// <param name="Records">In the order of the objects in RETURNING.</param>
/// <param name="Labels">With WITH METADATA = 'LABELS': the labels of the fields, by object.</param>
internal sealed record SearchResult(IReadOnlyList<FoundRecord> Records, IReadOnlyList<FieldLabels> Labels);
