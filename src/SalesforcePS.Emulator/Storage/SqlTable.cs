using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Storage;

/// <summary>The statements that make the table of an sObject.</summary>
internal static class SqlTable
{
    private static readonly SObjectField DeletedColumn = SystemFields.IsDeletedField();

    /// <summary>The fields with a column; IsDeleted is among them even where the sObject does not show it.</summary>
    public static IEnumerable<SObjectField> Columns(SObjectType type)
    {
        var columns = type.Fields.Where(field => field.HasColumn);
        return type.FindField(SystemFields.IsDeleted) is null ? columns.Append(DeletedColumn) : columns;
    }

    /// <summary>The names of the columns whose values are in the file, quoted.</summary>
    public static IEnumerable<string> StoredColumns(SObjectType type) => Columns(type)
        .Where(field => field is { Expression: null, IsComputed: false })
        .Select(field => field.Column)
        .Prepend(SqlName.DeleteRoot)
        .Prepend(SqlName.Key)
        .Select(SqlName.Quote);

    public static string Create(SObjectType type)
    {
        var columns = Columns(type).Select(field => $"{SqlName.Quote(field.Column)} {SqlColumn.Declaration(type, field)}");
        return $"CREATE TABLE {SqlName.Quote(type.Name)} (\"{SqlName.Key}\" INTEGER PRIMARY KEY, \"{SqlName.DeleteRoot}\" TEXT, {string.Join(", ", columns)})";
    }

    public static string AddColumn(SObjectType type, SObjectField field) =>
        $"ALTER TABLE {SqlName.Quote(type.Name)} ADD COLUMN {SqlName.Quote(field.Column)} {SqlColumn.Declaration(type, field)}";

    /// <summary>Those that there are already are left alone.</summary>
    public static IEnumerable<string> CreateIndexes(SObjectType type)
    {
        yield return $"CREATE UNIQUE INDEX IF NOT EXISTS {SqlName.Quote($"{type.Name}.Id")} ON {SqlName.Quote(type.Name)} (\"Id\")";
        yield return $"CREATE INDEX IF NOT EXISTS {SqlName.Quote($"{type.Name}.{SqlName.DeleteRoot}")} ON {SqlName.Quote(type.Name)} (\"{SqlName.DeleteRoot}\") "
            + $"WHERE \"{SqlName.DeleteRoot}\" IS NOT NULL";
        foreach (var field in type.Fields.Where(SqlColumn.IsIndexed))
            yield return CreateIndex(type, field);
    }

    // Most references and external ids are empty, and a partial index costs such rows nothing.
    private static string CreateIndex(SObjectType type, SObjectField field) =>
        $"CREATE INDEX IF NOT EXISTS {SqlName.Quote($"{type.Name}.{field.Name}")} ON {SqlName.Quote(type.Name)} ({SqlName.Quote(field.Column)}) "
        + $"WHERE {SqlName.Quote(field.Column)} IS NOT NULL";
}
