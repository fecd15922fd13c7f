using System.Text.Json;
using Microsoft.Data.Sqlite;
using SalesforcePS.Emulator.Soql.Translation;

namespace SalesforcePS.Emulator.Querying;

/// <summary>Runs the statements of one call in one read transaction.</summary>
internal sealed class QueryRunner(SqliteConnection connection, SqliteTransaction transaction, CursorStore cursors, string userId, int batchSize)
{
    public long Count(PreparedQuery query)
    {
        using var command = Command(query.Translator.Count());
        return (long)command.ExecuteScalar()!;
    }

    public QueryRow[] Groups(PreparedQuery query)
    {
        using var command = Command(query.Translator.Groups());
        using var reader = command.ExecuteReader();
        var cells = new CellReader(query.Query.Columns, 0);
        var rows = new List<QueryRow>();
        while (reader.Read())
            rows.Add(new QueryRow(query.Query.Shape, cells.Read(reader, 0)));
        return [.. rows];
    }

    public long[] Keys(PreparedQuery query)
    {
        using var command = Command(query.Translator.Keys());
        using var reader = command.ExecuteReader();
        var keys = new List<long>();
        while (reader.Read())
            keys.Add(reader.GetInt64(0));
        return [.. keys];
    }

    /// <summary>The page of the cursor that begins at the offset. Records deleted since the query are left out.</summary>
    public QueryPage Page(PreparedQuery query, Cursor cursor, int offset)
    {
        var end = Math.Min(cursor.Keys.Count, offset + batchSize);
        QueryRow[] rows = [.. Rows(query, cursor.Keys.Slice(offset, end - offset)).OfType<QueryRow>()];
        return new QueryPage(rows, cursor.Keys.Count, end < cursor.Keys.Count ? cursor.Locator(end) : null);
    }

    /// <summary>One entry per key, null where the record is no longer there.</summary>
    public QueryRow?[] Rows(PreparedQuery query, ArraySegment<long> keys)
    {
        var rows = new QueryRow?[keys.Count];
        var found = new List<Cell[]>(keys.Count);
        using (var command = Command(query.Rows, $"[{string.Join(',', keys)}]"))
        {
            using var reader = command.ExecuteReader();
            var cells = new CellReader(query.Query.Columns, query.Children.Count);
            while (reader.Read())
            {
                var row = cells.Read(reader, 1);
                rows[reader.GetInt64(0)] = new QueryRow(query.Query.Shape, row);
                found.Add(row);
            }
        }
        for (var index = 0; index < query.Children.Count; index++)
            AddChildren(query.Children[index], found, query.Query.Shape.IdColumn, query.Query.Children[index].Column);
        return rows;
    }

    /// <summary>Finds the children of all parents at once and gives each parent its first page of them.</summary>
    private void AddChildren(PreparedQuery query, List<Cell[]> parents, int idColumn, int childColumn)
    {
        var keysOfParents = ChildKeys(query, JsonSerializer.Serialize(parents.Select(parent => parent[idColumn].Text)), parents.Count);
        var firstPages = keysOfParents.SelectMany(keys => keys.Take(batchSize)).ToArray();
        if (firstPages.Length == 0)
            return;
        var rows = Rows(query, firstPages);
        var position = 0;
        for (var index = 0; index < parents.Count; index++)
        {
            var keys = keysOfParents[index];
            if (keys.Count == 0)
                continue;
            var count = Math.Min(keys.Count, batchSize);
            QueryRow[] page = [.. rows.AsSpan(position, count).ToArray().OfType<QueryRow>()];
            position += count;
            var locator = count < keys.Count ? cursors.Add(query, keys.ToArray(), userId, batchSize).Locator(count) : null;
            parents[index][childColumn] = new Cell(new QueryPage(page, keys.Count, locator));
        }
    }

    private List<long>[] ChildKeys(PreparedQuery query, string parentIds, int parentCount)
    {
        var keys = new List<long>[parentCount];
        for (var index = 0; index < parentCount; index++)
            keys[index] = [];
        using var command = Command(query.ChildKeys, parentIds);
        using var reader = command.ExecuteReader();
        var limit = query.Query.Limit ?? long.MaxValue;
        var skipped = new long[parentCount];
        while (reader.Read())
        {
            var parent = reader.GetInt32(0);
            if (skipped[parent] < query.Query.Offset)
                skipped[parent]++;
            else if (keys[parent].Count < limit)
                keys[parent].Add(reader.GetInt64(1));
        }
        return keys;
    }

    private SqliteCommand Command(SqlStatement statement, string? list = null)
    {
        var command = statement.Command(connection, transaction);
        if (list is not null)
            command.Parameters.AddWithValue(SqlStatement.List, list);
        return command;
    }
}
