using SalesforcePS.Emulator.Records.Files;
using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Storage;

namespace SalesforcePS.Emulator.Records;

/// <summary>Puts drafts into their tables, with one prepared statement per set of columns.</summary>
internal sealed class RowWriter(OrgDatabase database)
{
    private const int MaximumShapes = 100;

    private readonly Dictionary<SObjectType, List<(bool IsNew, bool[] Shape, string Sql)>> known = [];

    public void Write(DraftRecord draft)
    {
        foreach (var field in draft.Type.Fields)
        {
            if (draft[field] is FileBody body)
                draft.Set(field, body.Number ?? database.Blobs.Save(body.Bytes));
        }

        var statement = database.Prepare(SqlFor(draft));
        var index = 0;
        foreach (var field in draft.Type.Fields)
        {
            if (draft.IsSet(field))
                statement.Bind(++index, draft[field]);
        }
        statement.Bind(++index, draft.Key);
        statement.Step();
    }

    private string SqlFor(DraftRecord draft)
    {
        if (!known.TryGetValue(draft.Type, out var shapes))
            known.Add(draft.Type, shapes = []);
        foreach (var (isNew, shape, sql) in shapes)
        {
            if (isNew == draft.IsNew && draft.Shape.SequenceEqual(shape))
                return sql;
        }
        if (shapes.Count == MaximumShapes)
            shapes.Clear();
        var made = draft.IsNew ? InsertSql(draft) : UpdateSql(draft);
        shapes.Add((draft.IsNew, draft.Shape.ToArray(), made));
        return made;
    }

    private static IEnumerable<string> Columns(DraftRecord draft) =>
        draft.Type.Fields.Where(draft.IsSet).Select(field => SqlName.Quote(field.Column));

    private static string InsertSql(DraftRecord draft)
    {
        var columns = Columns(draft).Append(SqlName.Quote(SqlName.Key)).ToList();
        return $"INSERT INTO {SqlName.Quote(draft.Type.Name)} ({string.Join(", ", columns)}) "
            + $"VALUES ({string.Join(", ", columns.Select(_ => "?"))})";
    }

    private static string UpdateSql(DraftRecord draft) =>
        $"UPDATE {SqlName.Quote(draft.Type.Name)} SET {string.Join(", ", Columns(draft).Select(column => $"{column} = ?"))} "
        + $"WHERE {SqlName.Quote(SqlName.Key)} = ?";
}
