using System.Text.Json;
using Microsoft.Data.Sqlite;
using SalesforcePS.Emulator.Querying;
using SalesforcePS.Emulator.Records;
using SalesforcePS.Emulator.Searching.Indexing;
using SalesforcePS.Emulator.Searching.Parsing;
using SalesforcePS.Emulator.Searching.Syntax;
using SalesforcePS.Emulator.Soql.Binding;
using SalesforcePS.Emulator.Soql.Parsing;
using SalesforcePS.Emulator.Soql.Translation;
using SalesforcePS.Emulator.Storage;

namespace SalesforcePS.Emulator.Searching;

/// <summary>Runs SOSL.</summary>
internal sealed class SearchService(OrgDatabase database, SearchIndex index, QueryService queries, TimeProvider time)
{
    /// <exception cref="ApiException">The statement is wrong.</exception>
    public SearchResult Search(RequestUser user, string sosl)
    {
        var source = new SoqlText(sosl, isSearch: true);
        var statement = SoslParser.Parse(source);
        var context = PreparedQuery.Context(database, source, user, time.GetUtcNow());
        PreparedQuery[] returned = [.. new SearchBinder(context).Bind(statement).Select(query => new PreparedQuery(query, includeDeleted: false))];
        if (statement.Find is null)
            return new SearchResult([], []);
        foreach (var query in returned)
            index.Update(query.Query.Type);
        var records = database.Read((connection, transaction) => Read(connection, transaction, user, statement, returned));
        return new SearchResult(records, statement.Options.Labels ? [.. returned.Select(query => Labels(query.Query))] : []);
    }

    private FoundRecord[] Read(
        SqliteConnection connection, SqliteTransaction transaction, RequestUser user, SearchStatement statement, PreparedQuery[] returned)
    {
        var keys = returned.Select(query => Keys(connection, transaction, statement, query)).ToArray();
        var shares = RecordShares.Of(
            [.. keys.Select(found => found.Length)], [.. returned.Select(query => query.Query.Limit is not null)], statement.Limit);
        var runner = queries.Runner(connection, transaction, user);
        var highlighter = new Highlighter(statement.Options, statement.Find);
        return [.. returned.SelectMany((query, place) =>
        {
            var rows = runner.Rows(query, new ArraySegment<long>(keys[place], 0, shares[place])).OfType<QueryRow>().ToArray();
            return rows.Select((row, number) => highlighter.Mark(row, number, shares.Sum()));
        })];
    }

    /// <summary>The best matches, as far as the query of the object lets them through, and in its order.</summary>
    private long[] Keys(SqliteConnection connection, SqliteTransaction transaction, SearchStatement statement, PreparedQuery query)
    {
        var matches = new MatchReader(connection, index.Table(query.Query.Type), query.Query.Type).Read(statement.Find!, statement.Group);
        if (matches.Count == 0)
            return [];
        using var command = query.Translator.KeysOfList().Command(connection, transaction);
        command.Parameters.AddWithValue(SqlStatement.List, JsonSerializer.Serialize(matches));
        using var reader = command.ExecuteReader();
        var keys = new List<long>();
        while (reader.Read())
            keys.Add(reader.GetInt64(0));
        return [.. keys];
    }

    private static FieldLabels Labels(BoundQuery query) => new(query.Type.Name, [.. query.Items
        .Where(item => item.Item is FieldItem)
        .Select(item => KeyValuePair.Create(
            item.Path, (query.Columns[((FieldItem)item.Item).Column] as BoundField)?.Definition.Label ?? item.Item.Name))]);
}
