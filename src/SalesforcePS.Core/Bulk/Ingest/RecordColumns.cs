using SalesforcePS.Core.Writing;

namespace SalesforcePS.Core.Bulk.Ingest;

/// <summary>The columns of a job: the union of its records' fields, in the order in which they first come.</summary>
internal sealed class RecordColumns
{
    private readonly List<string> names = [];
    private readonly Dictionary<string, int> positions = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<string> Names => names;

    /// <summary>The record's cells under these columns. A field that has no column yet gets one.</summary>
    /// <returns>True where the columns have grown.</returns>
    public bool Fill(EncodedRecord record, out string?[] cells)
    {
        var before = names.Count;
        foreach (var field in record.Fields)
            Position(NameOf(field));
        foreach (var name in record.FieldsToNull)
            Position(name);
        if (record.Id is not null)
            Position("Id");
        cells = new string?[names.Count];
        foreach (var field in record.Fields)
            cells[positions[NameOf(field)]] = field.Text;
        foreach (var name in record.FieldsToNull)
            cells[positions[name]] = BulkCsv.Null;
        if (record.Id is { } id)
            cells[positions["Id"]] = id;
        return names.Count > before;
    }

    private void Position(string name)
    {
        if (positions.TryAdd(name, names.Count))
            names.Add(name);
    }

    private static string NameOf(EncodedField field) => field.Link is { } link ? LinkName(link, field.Name) : field.Name;

    /// <summary><c>Account.Key__c</c>, or <c>Lead:Who.Email</c> where the parent may be of several objects (relationship-fields-in-a-header-row).</summary>
    public static string LinkName(EncodedLink link, string field) =>
        link.IsPolymorphic ? $"{link.ObjectType}:{link.Relationship}.{field}" : $"{link.Relationship}.{field}";
}
