using System.Text;
using SalesforcePS.Emulator.Schema;
using SalesforcePS.Emulator.Soql.Binding;
using SalesforcePS.Emulator.Storage;

namespace SalesforcePS.Emulator.Soql.Translation;

/// <summary>
/// The tables of one FROM clause. Parents are joined when a column of theirs is first asked for; a deleted parent is
/// as good as none.
/// </summary>
internal sealed class TableSource
{
    private readonly SqlScope scope;
    private readonly Dictionary<BoundTable, string[]> aliases = [];
    private readonly StringBuilder joins = new();

    public TableSource(SqlScope scope, BoundTable root)
    {
        this.scope = scope;
        Alias = scope.NewAlias();
        Table = $"{SqlName.Quote(root.Targets[0].Name)} AS {Alias}";
        Key = $"{Alias}.{SqlName.Quote(SqlName.Key)}";
        aliases.Add(root, [Alias]);
    }

    public SqlScope Scope => scope;

    public string Alias { get; }

    public string Table { get; }

    public string Key { get; }

    /// <summary>To be read when all expressions are translated.</summary>
    public string Joins => joins.ToString();

    /// <summary>The condition that leaves the recycle bin out, with the other conditions of the clause.</summary>
    public string Where(params string?[] conditions)
    {
        string?[] all = [scope.IncludeDeleted ? null : Existing(Alias), .. conditions];
        var given = all.Where(condition => condition is not null).ToArray();
        return given.Length == 0 ? string.Empty : $" WHERE {string.Join(" AND ", given)}";
    }

    public string Column(BoundField field)
    {
        var tables = Aliases(field.Table);
        var columns = field.PerTarget
            .Select((target, index) => target is null ? null : $"{tables[index]}.{SqlName.Quote(target.Column)}")
            .OfType<string>()
            .ToArray();
        return columns.Length == 1 ? columns[0] : WithCollation($"COALESCE({string.Join(", ", columns)})", field.Definition.IsText);
    }

    public string TypeName(BoundTable table)
    {
        var tables = Aliases(table);
        var cases = table.Targets.Select((type, index) => $"WHEN {tables[index]}.\"{SystemFields.Id}\" IS NOT NULL THEN {scope.Parameter(type.Name)}");
        return WithCollation($"CASE {string.Join(' ', cases)} END", isText: true);
    }

    private string[] Aliases(BoundTable table)
    {
        if (!aliases.TryGetValue(table, out var names))
        {
            var reference = Column(table.Child!.FindField(table.Reference!.Name)!);
            names = [.. table.Targets.Select(_ => scope.NewAlias())];
            for (var index = 0; index < names.Length; index++)
            {
                joins.Append(" LEFT JOIN ").Append(SqlName.Quote(table.Targets[index].Name)).Append(" AS ").Append(names[index])
                    .Append(" ON ").Append(names[index]).Append(".\"Id\" = ").Append(reference);
                if (!scope.IncludeDeleted)
                    joins.Append(" AND ").Append(Existing(names[index]));
            }
            aliases.Add(table, names);
        }
        return names;
    }

    private static string Existing(string alias) => $"{alias}.\"{SystemFields.IsDeleted}\" = 0";

    private static string WithCollation(string expression, bool isText) => isText ? $"({expression} COLLATE NOCASE)" : expression;
}
