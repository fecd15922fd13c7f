using SalesforcePS.Emulator.Identity;
using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Storage;

namespace SalesforcePS.Emulator.Records;

internal sealed class RecordReader(OrgDatabase database)
{
    /// <summary>One entry per id, in order; null where there is no such record or it is deleted.</summary>
    public IReadOnlyList<StoredRecord?> Retrieve(SObjectType type, IReadOnlyList<SObjectField> fields, IReadOnlyList<string> ids) => database.Read((connection, _) =>
    {
        using var statement = new PreparedStatement(connection, Sql(type, fields));
        return ids.Select(id => Read(statement, type, fields, id)).ToArray();
    });

    /// <summary>Ids of the live records with this value, not more than a handful.</summary>
    public IReadOnlyList<string> FindBy(SObjectType type, SObjectField field, string value) => database.Read((connection, _) =>
    {
        using var statement = new PreparedStatement(connection, RecordLookup.Sql(type, field));
        return RecordLookup.Ids(statement.Bind(1, value));
    });

    /// <summary>How many records there are, the deleted ones not among them; told from indexes alone.</summary>
    public long Count(SObjectType type) => Number(
        $"SELECT (SELECT count(*) FROM {SqlName.Quote(type.Name)}) "
        + $"- (SELECT count(*) FROM {SqlName.Quote(type.Name)} WHERE \"{SqlName.DeleteRoot}\" IS NOT NULL)");

    private long Number(string sql) => database.Read((connection, _) =>
    {
        using var statement = new PreparedStatement(connection, sql);
        statement.Step();
        return statement.Integer(0);
    });

    private static string Sql(SObjectType type, IReadOnlyList<SObjectField> fields)
    {
        var columns = fields.SelectMany(field => field.HasColumn ? [field] : type.PartsOf(field))
            .Select(field => SqlName.Quote(field.Column))
            .Prepend("\"Id\"");
        return $"SELECT {string.Join(", ", columns)} FROM {SqlName.Quote(type.Name)} "
            + $"WHERE \"{SqlName.Key}\" = ? AND \"{SystemFields.IsDeleted}\" = 0";
    }

    private static StoredRecord? Read(PreparedStatement statement, SObjectType type, IReadOnlyList<SObjectField> fields, string text)
    {
        if (!SalesforceId.TryNormalize(text, out var id) || SalesforceId.KeyPrefix(id) != type.KeyPrefix || !SalesforceId.TryGetKey(id, out var key))
            return null;
        if (!statement.Bind(1, key).Step())
            return null;
        var values = new object?[fields.Count];
        var column = 1;
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = fields[i].HasColumn
                ? StoredValue.ToClr(statement.Value(column++), fields[i].Type)
                : Compound(statement, type, fields[i], ref column);
        }
        statement.Reset();
        return new StoredRecord(type, id, fields, values);
    }

    private static CompoundValue? Compound(PreparedStatement statement, SObjectType type, SObjectField compound, ref int column)
    {
        var parts = new List<KeyValuePair<string, object?>>();
        foreach (var part in type.PartsOf(compound))
        {
            var name = CompoundValue.PartName(part);
            parts.Add(new(name, StoredValue.ToClr(statement.Value(column++), part.Type)));
            if (CompoundValue.CodeBehind(name) is { } code)
                parts.Add(new(code, null));
        }

        return parts.TrueForAll(part => part.Value is null) ? null : new CompoundValue(parts);
    }
}
