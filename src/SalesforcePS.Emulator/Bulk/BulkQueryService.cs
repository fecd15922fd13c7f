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

    /// <summary>Parts that are made at the same time and stored together: whoever writes waits for those who read.</summary>
    private const int PartsAtOnce = 8;

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
    /// <param name="progress">Called inside of each write with its number of rows, first with 0; false stops the query.</param>
    /// <returns>False when it was stopped.</returns>
    public bool Run(PreparedQuery query, BulkJob job, string owner, Func<int, bool> progress)
    {
        var csv = new QueryCsvWriter(Items(query.Query, job.ApiVersion), job.ColumnDelimiter, job.LineEnding);
        using var header = new PooledStream();
        csv.WriteHeader(header);
        if (!database.Write((_, _) => progress(0) && results.Start(owner, header.WrittenMemory)))
            return false;
        var keys = database.Read((connection, transaction) => Keys(query, connection, transaction));
        var first = 0L;
        foreach (var slices in Slices(keys).Chunk(PartsAtOnce))
        {
            ResultPart[] parts = [.. slices.AsParallel().AsOrdered().Select(slice => WritePart(query, slice, csv))];
            var start = first;
            var goesOn = database.Write((_, _) => progress(parts.Sum(part => part.Count)) && Store(owner, start, parts));
            first += parts.Sum(part => part.Count);
            foreach (var part in parts)
                part.Dispose();
            if (!goesOn)
                return false;
        }

        return true;
    }

    private bool Store(string owner, long first, ResultPart[] parts)
    {
        foreach (var part in parts)
        {
            results.Add(owner, first, part.Count, part.Rows.WrittenMemory);
            first += part.Count;
        }

        return true;
    }

    private static IEnumerable<ArraySegment<long>> Slices(ArraySegment<long> keys)
    {
        for (var offset = 0; offset < keys.Count; offset += RowsPerPart)
            yield return keys.Slice(offset, Math.Min(RowsPerPart, keys.Count - offset));
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
    private ResultPart WritePart(PreparedQuery query, ArraySegment<long> keys, QueryCsvWriter csv) => database.Read((connection, transaction) =>
    {
        using var command = query.Rows.Command(connection, transaction);
        command.Parameters.AddWithValue(SqlStatement.List, $"[{string.Join(',', keys)}]");
        using var reader = command.ExecuteReader();
        var rows = new PooledStream();
        var count = 0;
        for (; reader.Read(); count++)
            csv.WriteRow(rows, new NativeColumns(reader.Handle!.DangerousGetHandle()));
        return new ResultPart(count, rows);
    });
}
