using Microsoft.Data.Sqlite;
using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Storage;

/// <summary>Whether the values that a field has are such as another schema allows.</summary>
internal sealed class StoredValueCheck(SqliteConnection connection, OrgSchema schema)
{
    /// <summary>Null where they are, or else what is wrong.</summary>
    public string? Problem(SObjectType type, SObjectField field, RememberedField before, RememberedField now)
    {
        var name = $"{type.Name}.{field.Name}";
        if (!now.Keeps(before))
            return $"the field {name} is '{before}' in it, but '{now}' by the schema";
        if (now.IsUnique && !before.IsUnique && Repeated(type, field) is { } value)
            return $"several records have the value '{value}' in {name}, which the schema makes unique";
        return before.ReferenceTo is not null && before.ReferenceTo != now.ReferenceTo && Stranger(type, field) is { } id
            ? $"a record refers to {id} in {name}, which by the schema may refer to {string.Join(" or ", field.ReferenceTo)} only"
            : null;
    }

    private object? Repeated(SObjectType type, SObjectField field)
    {
        var column = SqlName.Quote(field.Column);
        return Scalar(
            $"SELECT {column} FROM {SqlName.Quote(type.Name)} WHERE {column} IS NOT NULL AND \"{SystemFields.IsDeleted}\" = 0 GROUP BY {column} HAVING COUNT(*) > 1 LIMIT 1");
    }

    private object? Stranger(SObjectType type, SObjectField field)
    {
        var column = SqlName.Quote(field.Column);
        var prefixes = field.ReferenceTo.Select(schema.Find).OfType<SObjectType>().Select(target => $"'{target.KeyPrefix}'");
        return Scalar(
            $"SELECT {column} FROM {SqlName.Quote(type.Name)} WHERE {column} IS NOT NULL AND substr({column}, 1, 3) NOT IN ({string.Join(", ", prefixes)}) LIMIT 1");
    }

    private object? Scalar(string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // names and prefixes are the schema's
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }
}
