using System.Text.Json;
using Microsoft.Data.Sqlite;
using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Searching.Indexing;
using SalesforcePS.Emulator.Searching.Syntax;
using SalesforcePS.Emulator.Storage;

namespace SalesforcePS.Emulator.Searching;

/// <summary>The records of one object that a term is found in, the best matches first.</summary>
/// <param name="connection">Of the search.</param>
/// <param name="table">The index.</param>
/// <param name="type">The object as the user sees it: what stands in hidden fields is not found.</param>
internal sealed class MatchReader(SqliteConnection connection, IndexTable table, SObjectType type)
{
    /// <summary>Records of an object that are looked at (SOSL reference, "SOSL Limits on Search Results").</summary>
    private const int MaximumMatches = 2_000;

    private const string Visible = "_visible";

    public IReadOnlyList<long> Read(SearchTerm find, SearchGroup group)
    {
        var match = new MatchBuilder(connection, table).Build(find, group);
        var matches = Matches(match);
        var seen = new IndexTable(type);
        return matches.Count == 0 || seen.Signature == table.Signature ? matches : Seen(matches, match, seen);
    }

    /// <summary>A word in the name counts most.</summary>
    private List<long> Matches(string match)
    {
        var records = SqlName.Quote(type.Name);
        using var statement = new PreparedStatement(
            connection,
            $"SELECT {table.Name}.rowid FROM {table.Name} JOIN {records} AS r ON r.{SqlName.Quote(SqlName.Key)} = {table.Name}.rowid AND r.\"IsDeleted\" = 0 "
            + $"WHERE {table.Name} MATCH ? ORDER BY bm25({table.Name}, 10.0, 5.0, 5.0, 1.0), {table.Name}.rowid LIMIT {MaximumMatches}");
        return Keys(statement.Bind(1, match));
    }

    /// <summary>Looks once more, in the visible texts alone.</summary>
    private List<long> Seen(List<long> matches, string match, IndexTable seen)
    {
        foreach (var sql in seen.CreatePart(Visible))
        {
            using var statement = new PreparedStatement(connection, sql);
            if (sql.Contains("?1", StringComparison.Ordinal))
                statement.Bind(1, JsonSerializer.Serialize(matches));
            statement.Step();
        }
        HashSet<long> found;
        using (var statement = new PreparedStatement(connection, $"SELECT rowid FROM temp.{Visible} WHERE {Visible} MATCH ?"))
            found = [.. Keys(statement.Bind(1, match))];
        using (var drop = new PreparedStatement(connection, $"DROP TABLE temp.{Visible}"))
            drop.Step();
        return [.. matches.Where(found.Contains)];
    }

    private static List<long> Keys(PreparedStatement statement)
    {
        var keys = new List<long>();
        while (statement.Step())
            keys.Add(statement.Integer(0));
        return keys;
    }
}
