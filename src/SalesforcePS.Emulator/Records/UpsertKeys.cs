using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Records;

/// <summary>The external id values of an upsert call. An org refuses every record whose value another record of the call has too.</summary>
internal sealed class UpsertKeys
{
    private readonly SObjectField keyField;
    private readonly HashSet<string> repeated;

    public UpsertKeys(SObjectField keyField, IReadOnlyList<RecordInput> records)
    {
        this.keyField = keyField;
        var comparer = keyField.CaseSensitive ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase;
        var seen = new HashSet<string>(comparer);
        repeated = new HashSet<string>(comparer);
        foreach (var record in records)
        {
            if (Key(record) is { } key && !seen.Add(key))
                repeated.Add(key);
        }
    }

    public RecordError? ErrorOf(RecordInput record) =>
        repeated.Count > 0 && Key(record) is { } key && repeated.Contains(key)
            ? RecordErrors.DuplicateExternalIdInCall(keyField, key)
            : null;

    public static object? ValueIn(RecordInput record, SObjectField keyField)
    {
        foreach (var field in record.Fields)
        {
            if (field.Name.Equals(keyField.Name, StringComparison.OrdinalIgnoreCase))
                return field.Value;
        }
        return null;
    }

    private string? Key(RecordInput record)
    {
        if (keyField.Type == FieldType.Id)
            return string.IsNullOrEmpty(record.Id) ? null : record.Id;
        var value = ValueIn(record, keyField);
        return value is null or "" ? null : ValueParser.Text(value);
    }
}
