using System.Text.Json;
using Microsoft.Data.Sqlite;
using SalesforcePS.Emulator.Querying.Explaining;
using SalesforcePS.Emulator.Records;
using SalesforcePS.Emulator.Soql.Binding;
using SalesforcePS.Emulator.Storage;

namespace SalesforcePS.Emulator.Querying;

/// <summary>Runs SOQL: a first page, and the pages after it from a cursor that never changes.</summary>
internal sealed class QueryService(OrgDatabase database, TimeProvider time)
{
    public const int MinimumBatchSize = 200;
    public const int MaximumBatchSize = 2_000;

    private readonly CursorStore cursors = new(time);

    /// <param name="user">Who asks.</param>
    /// <param name="soql">The statement.</param>
    /// <param name="includeDeleted">True for queryAll, which sees the recycle bin.</param>
    /// <param name="batchSize">Records per page; what lies outside of 200 to 2,000 is brought into it.</param>
    public QueryPage Query(RequestUser user, string soql, bool includeDeleted, int batchSize = MaximumBatchSize)
    {
        var prepared = PreparedQuery.Parse(database, soql, includeDeleted, user, time.GetUtcNow());
        batchSize = Math.Clamp(batchSize, MinimumBatchSize, MaximumBatchSize);
        var page = Read(user, batchSize, runner => First(runner, prepared, user, batchSize));
        if (prepared.Query.Touched.Count > 0)
            Touch(prepared.Query, page);
        return page;
    }

    /// <summary>The statement with its names resolved, for a description of its columns.</summary>
    public BoundQuery Bind(RequestUser user, string soql) =>
        PreparedQuery.Parse(database, soql, includeDeleted: false, user, time.GetUtcNow()).Query;

    /// <summary>How the query would run, without running it.</summary>
    public Explanation Explain(RequestUser user, string soql)
    {
        var query = Bind(user, soql);
        return database.Read((connection, transaction) => new QueryExplainer(connection, transaction, query).Explain());
    }

    /// <param name="user">Who asks: cursors belong to the user that made them.</param>
    /// <param name="locator">The locator of an earlier page; a page may be asked for again.</param>
    /// <param name="batchSize">Null to go on as the query began.</param>
    public QueryPage QueryMore(RequestUser user, string locator, int? batchSize = null)
    {
        var (cursor, offset) = cursors.Find(locator, user.UserId);
        var size = Math.Clamp(batchSize ?? cursor.BatchSize, MinimumBatchSize, MaximumBatchSize);
        return Read(user, size, runner => runner.Page(cursor.Query, cursor, offset));
    }

    /// <summary>Forgets all cursors, as when the org begins anew.</summary>
    public void Reset() => cursors.Clear();

    /// <summary>FOR VIEW and FOR REFERENCE: the moment goes into the records that the client gets.</summary>
    private void Touch(BoundQuery query, QueryPage page) => database.Write((_, _) =>
    {
        var assignments = query.Touched.Select(field => $"{SqlName.Quote(field.Column)} = ?1");
        return database.Prepare($"UPDATE {SqlName.Quote(query.Type.Name)} SET {string.Join(", ", assignments)} WHERE \"Id\" IN (SELECT value FROM json_each(?2))")
            .Bind(1, time.GetUtcNow().ToUnixTimeSeconds() * 1000)
            .Bind(2, JsonSerializer.Serialize(page.Rows.Select(row => row.Id)))
            .Step();
    });

    private QueryPage First(QueryRunner runner, PreparedQuery query, RequestUser user, int batchSize)
    {
        if (query.Query.IsCount)
            return new QueryPage([], runner.Count(query), null);
        if (!query.Query.IsAggregate)
        {
            var keys = runner.Keys(query);
            return runner.Page(query, keys.Length > batchSize
                ? cursors.Add(query, keys, user.UserId, batchSize)
                : new Cursor(string.Empty, query, keys, user.UserId, batchSize, default), 0);
        }
        var rows = runner.Groups(query);
        return rows.Length <= batchSize
            ? new QueryPage(rows, rows.Length, null)
            : throw new ApiException(
                "EXCEEDED_ID_LIMIT", "Aggregate query does not support queryMore(), use LIMIT to restrict the results to a single batch");
    }

    /// <summary>For those who know the keys of the records already.</summary>
    public QueryRunner Runner(SqliteConnection connection, SqliteTransaction transaction, RequestUser user) =>
        new(connection, transaction, cursors, user.UserId, MaximumBatchSize);

    private QueryPage Read(RequestUser user, int batchSize, Func<QueryRunner, QueryPage> read) => database.Read(
        (connection, transaction) => read(new QueryRunner(connection, transaction, cursors, user.UserId, batchSize)));
}
