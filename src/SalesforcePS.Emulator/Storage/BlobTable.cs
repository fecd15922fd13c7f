using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Storage;

/// <summary>The table of the bodies of files, and what ties each to the row that holds its number.</summary>
internal static class BlobTable
{
    public static IEnumerable<string> Create(OrgSchema schema)
    {
        yield return "CREATE TABLE IF NOT EXISTS _blob (number INTEGER, part INTEGER, data BLOB, PRIMARY KEY (number, part))";
        var owners = schema.Types.SelectMany(type => type.Fields.Where(field => field.Type == FieldType.Base64).Select(field => (Type: type, Field: field))).ToList();
        foreach (var (type, field) in owners)
        {
            var (table, column) = (SqlName.Quote(type.Name), SqlName.Quote(field.Column));
            var trigger = $"{type.Name}.{field.Name}";
            yield return $"CREATE TRIGGER IF NOT EXISTS {SqlName.Quote($"{trigger}.deleted")} AFTER DELETE ON {table} WHEN old.{column} IS NOT NULL "
                + $"BEGIN DELETE FROM _blob WHERE number = old.{column}; END";
            yield return $"CREATE TRIGGER IF NOT EXISTS {SqlName.Quote($"{trigger}.replaced")} AFTER UPDATE OF {column} ON {table} WHEN old.{column} IS NOT new.{column} "
                + $"BEGIN DELETE FROM _blob WHERE number = old.{column}; END";
        }

        // What came of uploads that the end of the emulator broke off.
        var owned = owners.Select(owner => $"SELECT {SqlName.Quote(owner.Field.Column)} FROM {SqlName.Quote(owner.Type.Name)} WHERE {SqlName.Quote(owner.Field.Column)} IS NOT NULL");
        yield return $"DELETE FROM _blob WHERE number NOT IN ({string.Join(" UNION ALL ", owned)})";
    }
}
