using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Records;

/// <summary>A record on its way into the database: the columns that the call sets, and what is wrong with it so far.</summary>
internal sealed class DraftRecord(SObjectType type, long key, string id, bool isNew)
{
    private readonly object?[] values = new object?[type.Fields.Count];
    private readonly bool[] isSet = new bool[type.Fields.Count];
    private List<RecordError>? errors;
    private List<string>? readOnlyFields;

    public SObjectType Type { get; } = type;

    public long Key { get; } = key;

    public string Id { get; } = id;

    public bool IsNew { get; } = isNew;

    public bool IsValid => errors is null && readOnlyFields is null;

    /// <summary>Which fields have a value; two drafts with equal shapes share one statement.</summary>
    public ReadOnlySpan<bool> Shape => isSet;

    public IReadOnlyList<RecordError> Errors => readOnlyFields is null
        ? errors ?? []
        : [RecordErrors.ReadOnly(readOnlyFields), .. errors ?? []];

    public object? this[SObjectField field] => values[field.Ordinal];

    public bool IsSet(SObjectField field) => isSet[field.Ordinal];

    /// <summary>True where the record will have no value in the field: it is new and without one, or the call clears it.</summary>
    public bool LacksValue(SObjectField field) => values[field.Ordinal] is null && (IsNew || isSet[field.Ordinal]);

    public void Set(SObjectField field, object? column)
    {
        values[field.Ordinal] = column;
        isSet[field.Ordinal] = true;
    }

    public void Fail(RecordError error) => (errors ??= []).Add(error);

    /// <summary>All fields that may not be written share one error.</summary>
    public void FailReadOnly(SObjectField field) => (readOnlyFields ??= []).Add(field.Name);
}
