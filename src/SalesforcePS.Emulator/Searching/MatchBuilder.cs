using Microsoft.Data.Sqlite;
using SalesforcePS.Emulator.Searching.Indexing;
using SalesforcePS.Emulator.Searching.Syntax;
using SalesforcePS.Emulator.Storage;

namespace SalesforcePS.Emulator.Searching;

/// <summary>Writes a search term as SQLite's full-text search understands it.</summary>
internal sealed class MatchBuilder(SqliteConnection connection, IndexTable table)
{
    /// <summary>Words that a wildcard may stand for.</summary>
    private const int MaximumWords = 1_000;

    /// <summary>Nothing is called this: words are letters and digits.</summary>
    private const string Nothing = "\"\"";

    public string Build(SearchTerm term, SearchGroup group)
    {
        var columns = Columns(group);
        var match = Build(term);
        return columns is null ? match : $"{{{columns}}} : ({match})";
    }

    /// <summary>These are searched in all their fields, whatever the statement says (SOSL reference, "IN SearchGroup").</summary>
    private string? Columns(SearchGroup group) => table.Type.Name is "ContentDocument" or "ContentVersion" or "Document" or "Product2" ? null : group switch
    {
        SearchGroup.Name => SearchedFields.Name,
        SearchGroup.Email => SearchedFields.Email,
        SearchGroup.Phone => SearchedFields.Phone,
        SearchGroup.Sidebar => $"{SearchedFields.Name} {SearchedFields.Email} {SearchedFields.Phone}",
        _ => null,
    };

    /// <summary>A chain has no brackets in it: SQLite takes long ones, but not deep ones.</summary>
    private string Build(SearchTerm term) => term switch
    {
        SearchLogical logical => $"({string.Join(logical.IsAnd ? " AND " : " OR ", logical.Operands().Select(Build))})",
        SearchExclusion exclusion => $"({Build(exclusion.Left)} NOT {Build(exclusion.Right)})",
        SearchText text => Words(text.Text),
        _ => throw new NotSupportedException(term.GetType().Name),
    };

    /// <summary>Several words without wildcards must follow one another; so must the last where it only goes on.</summary>
    private string Words(string text)
    {
        var words = WordBreaker.Split(text).Select(word => word.Word.TrimStart(Wildcard.Any, Wildcard.One)).Where(word => word.Length > 0).ToArray();
        if (words.Length == 0)
            return Nothing;
        var goesOn = words[^1].EndsWith(Wildcard.Any);
        words[^1] = words[^1].TrimEnd(Wildcard.Any);
        if (!words.Any(word => word.Any(Wildcard.Is)))
            return $"\"{string.Join(' ', words)}\"{(goesOn ? " *" : string.Empty)}";
        if (goesOn)
            words[^1] += Wildcard.Any;
        return $"({string.Join(" AND ", words.Select(word => word.Any(Wildcard.Is) ? AnyOf(word) : $"\"{word}\""))})";
    }

    private string AnyOf(string word)
    {
        using var statement = new PreparedStatement(
            connection, $"SELECT term FROM {table.Terms} WHERE term >= ?1 AND term < ?2 AND term GLOB ?3 LIMIT {MaximumWords}");
        var prefix = new string([.. word.TakeWhile(character => !Wildcard.Is(character))]);
        statement.Bind(1, prefix).Bind(2, prefix + char.MaxValue).Bind(3, word.Replace(Wildcard.Any, '*').Replace(Wildcard.One, '?'));
        var words = new List<string>();
        while (statement.Step())
            words.Add($"\"{statement.Value(0)}\"");
        return words.Count == 0 ? Nothing : $"({string.Join(" OR ", words)})";
    }
}
