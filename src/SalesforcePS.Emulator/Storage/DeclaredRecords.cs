using System.Text.Json;
using SalesforcePS.Emulator.Identity;
using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Schema.ListViews;

namespace SalesforcePS.Emulator.Storage;

/// <summary>Brings record types, list views, the values of a lead's status, approval processes and the records of custom metadata types to what the schema says of them.</summary>
internal sealed class DeclaredRecords(OrgDatabase database, long now)
{
    private const string RecordType = "RecordType";
    private const string ListView = "ListView";

    private readonly OrgSchema schema = database.Schema;

    public static void Write(OrgDatabase database, DateTimeOffset now) =>
        new DeclaredRecords(database, now.ToUnixTimeMilliseconds()).Write();

    private void Write()
    {
        foreach (var type in schema.Types)
        {
            foreach (var recordType in type.RecordTypes)
                recordType.Id = Write(schema.Find(RecordType)!, [("SobjectType", type.Name), ("DeveloperName", recordType.DeveloperName)], ColumnsOf(recordType));
            foreach (var view in type.ListViews)
                view.Id = Write(schema.Find(ListView)!, [("SobjectType", type.Name), ("DeveloperName", view.DeveloperName)], ColumnsOf(view));
        }
        DeleteOtherListViews();
        WriteLeadStatuses();
        new DeclaredApprovals(database, Write).Write();
        // Once for the records, and once more for the references between them.
        foreach (var record in schema.Records)
            Write(record, type => type.Fields.Where(field => field.Type != FieldType.Reference));
        foreach (var record in schema.Records)
            Write(record, type => type.Fields.Where(field => field.Type == FieldType.Reference));
    }

    private void WriteLeadStatuses()
    {
        var type = schema.Find("LeadStatus")!;
        var values = schema.Find("Lead")!.FindField("Status")!.PicklistValues.Where(value => value.Active).ToArray();
        for (var index = 0; index < values.Length; index++)
        {
            var (value, order) = (values[index], (long)index + 1);
            Write(type, [("ApiName", value.Value)], [("MasterLabel", value.Label), ("IsConverted", value.IsConverted ? 1L : 0L), ("IsDefault", value.IsDefault ? 1L : 0L), ("SortOrder", order)]);
        }

        var known = database.Prepare($"DELETE FROM \"{type.Name}\" WHERE \"ApiName\" NOT IN ({string.Join(", ", values.Select(_ => "?"))})");
        for (var index = 0; index < values.Length; index++)
            known.Bind(index + 1, values[index].Value);
        known.Step();
    }

    private static (string, object?)[] ColumnsOf(RecordTypeDefinition recordType) =>
        [("Name", recordType.Label), ("Description", recordType.Description), ("IsActive", recordType.Active ? 1L : 0L)];

    private static (string, object?)[] ColumnsOf(ListViewDefinition view) => [("Name", view.Label), ("IsSoqlCompatible", 1L)];

    /// <summary>Nothing refers to list views, so those that the schema had once can go.</summary>
    private void DeleteOtherListViews()
    {
        var ids = JsonSerializer.Serialize(schema.Types.SelectMany(type => type.ListViews).Select(view => view.Id));
        database.Prepare($"DELETE FROM {SqlName.Quote(ListView)} WHERE \"Id\" NOT IN (SELECT value FROM json_each(?))").Bind(1, ids).Step();
    }

    private void Write(DeclaredRecord record, Func<SObjectType, IEnumerable<SObjectField>> chosen)
    {
        var type = schema.Find(record.Type)!;
        var columns = chosen(type)
            .Where(field => record.Columns.ContainsKey(field.Name))
            .Select(field => (field.Name, ValueOf(field, record.Columns[field.Name])));
        Write(type, [("DeveloperName", record.Name)], [.. columns]);
    }

    private object? ValueOf(SObjectField field, object? column)
    {
        if (field.Type != FieldType.Reference)
            return column;
        var target = schema.Find(field.ReferenceTo[0])!;
        return Key(target, [("DeveloperName", column!)]) is { } key ? SalesforceId.Create(target.KeyPrefix, key) : null;
    }

    /// <summary>The id of the record.</summary>
    private string Write(SObjectType type, (string Name, object Value)[] identity, (string Name, object? Value)[] columns)
    {
        if (Key(type, identity) is { } known)
        {
            Update(type, known, columns);
            return SalesforceId.Create(type.KeyPrefix, known);
        }
        var key = database.Sequences.Next(type);
        var id = SalesforceId.Create(type.KeyPrefix, key);
        (string Name, object? Value)[] system =
        [
            (SystemFields.Id, id),
            (SystemFields.CreatedDate, now),
            (SystemFields.CreatedById, SeedRecords.AdministratorId),
            (SystemFields.LastModifiedDate, now),
            (SystemFields.LastModifiedById, SeedRecords.AdministratorId),
            (SystemFields.SystemModstamp, now),
            .. identity.Select(pair => (pair.Name, (object?)pair.Value)),
        ];
        database.Prepare($"INSERT INTO {SqlName.Quote(type.Name)} (\"{SqlName.Key}\") VALUES (?)").Bind(1, key).Step();
        Update(type, key, [.. system.Where(pair => type.FindField(pair.Name) is not null), .. columns]);
        return id;
    }

    private void Update(SObjectType type, long key, (string Name, object? Value)[] columns)
    {
        if (columns.Length == 0)
            return;
        var set = string.Join(", ", columns.Select(column => $"{SqlName.Quote(type.FindField(column.Name)!.Column)} = ?"));
        var statement = database.Prepare($"UPDATE {SqlName.Quote(type.Name)} SET {set} WHERE \"{SqlName.Key}\" = ?");
        for (var index = 0; index < columns.Length; index++)
            statement.Bind(index + 1, columns[index].Value);
        statement.Bind(columns.Length + 1, key).Step();
    }

    private long? Key(SObjectType type, (string Name, object Value)[] identity)
    {
        var conditions = string.Join(" AND ", identity.Select(pair => $"{SqlName.Quote(pair.Name)} = ?"));
        var statement = database.Prepare($"SELECT \"{SqlName.Key}\" FROM {SqlName.Quote(type.Name)} WHERE {conditions}");
        for (var index = 0; index < identity.Length; index++)
            statement.Bind(index + 1, identity[index].Value);
        var key = statement.Step() ? statement.Integer(0) : (long?)null;
        statement.Reset();
        return key;
    }
}
