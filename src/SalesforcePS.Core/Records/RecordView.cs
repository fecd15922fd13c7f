namespace SalesforcePS.Core.Records;

/// <summary>Looks into a record from outside without adding members that every listing of the record would show.</summary>
public static class RecordView
{
    public static RecordSchema SchemaOf(SalesforceRecord record) => record.schema;

    /// <summary>The record's own values, in the order of its schema's names; not a copy.</summary>
    public static IReadOnlyList<object?> ValuesOf(SalesforceRecord record) => record.values;

    /// <summary>Sets a field that the record has. Returns false where it has none of that name.</summary>
    public static bool TrySet(SalesforceRecord record, string name, object? value)
    {
        var index = record.schema.IndexOf(name);
        if (index < 0)
            return false;
        record.values[index] = value;
        return true;
    }
}
