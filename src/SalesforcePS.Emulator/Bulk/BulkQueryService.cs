using Microsoft.Data.Sqlite;
using SalesforcePS.Emulator.Http;
using SalesforcePS.Emulator.Querying;
using SalesforcePS.Emulator.Records;
using SalesforcePS.Emulator.Soql.Binding;
using SalesforcePS.Emulator.Soql.Parsing;
using SalesforcePS.Emulator.Soql.Translation;
using SalesforcePS.Emulator.Storage;

namespace SalesforcePS.Emulator.Bulk;

/// <summary>Runs the queries of bulk jobs into the result store.</summary>
internal sealed class BulkQueryService(OrgDatabase database, QueryResultStore results, TimeProvider time)
{
    private const int RowsPerPart = 5_000;

    /// <summary>Before this version columns came in the order of their names (Bulk API 2.0 guide, get results for a query job).</summary>
    private const int FirstVersionInOrder = 50;

    /// <exception cref="ApiException">The statement is wrong, or nothing for a bulk query.</exception>
    public PreparedQuery Prepare(RequestUser user, string soql, bool includeDeleted)
    {
        BulkQueryRules.Check(SoqlParser.Parse(new SoqlText(soql)));
        var query = PreparedQuery.Parse(database, soql, includeDeleted, user, time.GetUtcNow());
        BulkQueryRules.Check(query.Query);
        return query;
    }

    /// <param name="query">What <see cref="Prepare"/> gave.</param>
    /// <param name="job">Delimiter, line ending and version.</param>
    /// <param name="owner">The id of the job or batch whose result it is; an earlier result is replaced.</param>
    /// <param name="progress">Called inside of the write of each part with its number of rows, first with 0; false stops the query.</param>
    /// <returns>False when it was stopped.</returns>
    public bool Run(PreparedQuery query, BulkJob job, string owner, Func<int, bool> progress)
    {
        var csv = new QueryCsvWriter(Items(query.Query, job.ApiVersion), job.ColumnDelimiter, job.LineEnding);
        using var buffer = new PooledStream();
        csv.WriteHeader(buffer);
        if (!database.Write((_, _) => progress(0) && results.Start(owner, buffer.WrittenMemory.ToArray())))
            return false;
        var keys = database.Read((connection, transaction) => Keys(query, connection, transaction));
        var first = 0L;
        for (var offset = 0; offset < keys.Count; offset += RowsPerPart)
        {
            buffer.Clear();
            var count = WritePart(query, keys.Slice(offset, Math.Min(RowsPerPart, keys.Count - offset)), csv, buffer);
            var start = first;
            var goesOn = database.Write((_, _) =>
            {
                if (!progress(count))
                    return false;
                results.Add(owner, start, count, buffer.WrittenMemory.ToArray());
                return true;
            });
            if (!goesOn)
                return false;
            first += count;
        }

        return true;
    }

    private static IReadOnlyList<SelectedItem> Items(BoundQuery query, int version) =>
        version >= FirstVersionInOrder ? query.Items : [.. query.Items.OrderBy(item => item.Path, StringComparer.OrdinalIgnoreCase)];

    private static ArraySegment<long> Keys(PreparedQuery query, SqliteConnection connection, SqliteTransaction transaction)
    {
        using var command = query.Translator.Keys().Command(connection, transaction);
        using var reader = command.ExecuteReader();
        var keys = new List<long>();
        while (reader.Read())
            keys.Add(reader.GetInt64(0));
        return keys.ToArray();
    }

    /// <summary>The rows come in the order of the list, which is the outer loop of the statement.</summary>
    private int WritePart(PreparedQuery query, ArraySegment<long> keys, QueryCsvWriter csv, PooledStream buffer) => database.Read((connection, transaction) =>
    {
        using var command = query.Rows.Command(connection, transaction);
        command.Parameters.AddWithValue(SqlStatement.List, $"[{string.Join(',', keys)}]");
        using var reader = command.ExecuteReader();
        var count = 0;
        for (; reader.Read(); count++)
            csv.WriteRow(buffer, reader.Handle!);
        return count;
    });
}
