using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Storage;

namespace SalesforcePS.Emulator.Searching.Indexing;

/// <summary>The full-text index of one sObject: the SQL that makes it, fills it and keeps it current.</summary>
internal sealed class IndexTable(SObjectType type)
{
    /// <summary>What people leave out of telephone numbers when they search for them.</summary>
    private const string PhonePunctuation = "()-. +/";

    private const string Tokenizer = "unicode61 remove_diacritics 2";

    private readonly SearchedFields fields = new(type);

    public SObjectType Type => type;

    public string Name => SqlName.Quote($"{type.Name}._search");

    /// <summary>The words of the index, for wildcards.</summary>
    public string Terms => SqlName.Quote($"{type.Name}._terms");

    /// <summary>Which fields the index has: one with others is made anew.</summary>
    public string Signature => string.Join(',', fields.All.Select(indexed => indexed.Name));

    /// <summary>The index keeps no text: that stands in the records.</summary>
    public IEnumerable<string> Create() =>
    [
        $"CREATE VIRTUAL TABLE {Name} USING fts5({string.Join(", ", SearchedFields.Columns)}, content = '', contentless_delete = 1, tokenize = '{Tokenizer}')",
        $"CREATE VIRTUAL TABLE {Terms} USING fts5vocab({Name}, 'row')",
    ];

    /// <summary>An index of the temporary database with the texts of these fields alone, of the records in the list ?1.</summary>
    public IEnumerable<string> CreatePart(string name) =>
    [
        $"CREATE VIRTUAL TABLE temp.{name} USING fts5({string.Join(", ", SearchedFields.Columns)}, content = '', contentless_delete = 1, tokenize = '{Tokenizer}')",
        AddTo($"temp.{name}", $"{SqlName.Quote(SqlName.Key)} IN (SELECT value FROM json_each(?1))"),
    ];

    public IEnumerable<string> Drop() => [$"DROP TABLE IF EXISTS {Terms}", $"DROP TABLE IF EXISTS {Name}"];

    /// <summary>Takes the next records behind key ?1 up to key ?2.</summary>
    public string AddNew() => Add($"{SqlName.Quote(SqlName.Key)} > ?1 AND {SqlName.Quote(SqlName.Key)} <= ?2");

    /// <summary>Takes the changed records up to key ?2 again.</summary>
    public string AddChanged() => Add($"{SqlName.Quote(SqlName.Key)} IN (SELECT key FROM {SearchIndex.Changes} WHERE sobject = ?1 AND key <= ?2)");

    /// <summary>
    /// Notes changes of indexed text, and of nothing else. A trigger of the writer's own connection, so that it always
    /// fits the schema; inserts need none, since keys grow.
    /// </summary>
    public string? Trigger()
    {
        var columns = fields.All.Where(field => field.Expression is null).Select(field => SqlName.Quote(field.Column)).ToArray();
        if (columns.Length == 0)
            return null;
        return $"CREATE TEMP TRIGGER {SqlName.Quote($"{type.Name}._changed")} AFTER UPDATE OF {string.Join(", ", columns)} ON main.{SqlName.Quote(type.Name)} "
            + $"WHEN old.{SqlName.Quote(SqlName.Key)} <= (SELECT indexed FROM {SearchIndex.State} WHERE sobject = '{type.Name}') "
            + $"BEGIN INSERT OR IGNORE INTO {SearchIndex.Changes} VALUES ('{type.Name}', old.{SqlName.Quote(SqlName.Key)}); END";
    }

    private string Add(string condition) => AddTo(Name, condition);

    private string AddTo(string name, string condition) =>
        $"INSERT OR REPLACE INTO {name} (rowid, {string.Join(", ", SearchedFields.Columns)}) "
        + $"SELECT {SqlName.Quote(SqlName.Key)}, {string.Join(", ", SearchedFields.Columns.Select(Content))} FROM {SqlName.Quote(type.Name)} WHERE {condition}";

    private string Content(string column)
    {
        var texts = fields.In(column).SelectMany(field => field.Type == FieldType.Phone
            ? (string[])[SqlName.Quote(field.Column), Digits(SqlName.Quote(field.Column))]
            : [SqlName.Quote(field.Column)]).ToArray();
        return texts.Length == 0 ? "NULL" : $"concat_ws(' | ', {string.Join(", ", texts)})";
    }

    private static string Digits(string column) =>
        PhonePunctuation.Aggregate(column, (text, character) => $"replace({text}, '{character}', '')");
}
