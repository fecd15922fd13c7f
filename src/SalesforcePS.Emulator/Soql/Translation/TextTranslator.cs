using System.Text;
using System.Text.Json;
using SalesforcePS.Emulator.Soql.Syntax;

namespace SalesforcePS.Emulator.Soql.Translation;

/// <summary>Comparisons with text, whatever the case of its letters.</summary>
internal sealed class TextTranslator(SqlScope scope)
{
    /// <summary>Longer lists go as one parameter; SQLite takes no more than 32,766 of them.</summary>
    private const int LongList = 500;

    public string Compare(string left, ComparisonOperator comparison, string text, bool negatedLike)
    {
        if (comparison is not (ComparisonOperator.Equal or ComparisonOperator.NotEqual or ComparisonOperator.Like))
            return ConditionTranslator.Scalar(left, comparison, scope.Parameter(text), negatedLike);
        if (CaseVariants.Of(text) is not { } variants)
            return ConditionTranslator.Scalar(Folded(left), comparison, scope.Parameter(text.ToLowerInvariant()), negatedLike);
        var every = comparison == ComparisonOperator.NotEqual || negatedLike;
        return ConditionTranslator.Join(every, variants.Select(variant => ConditionTranslator.Scalar(left, comparison, scope.Parameter(variant), negatedLike)));
    }

    /// <summary>True where the value is in the list; null where it is null.</summary>
    public string In(string left, IReadOnlyList<object> values, bool ignoresCase)
    {
        var found = new List<object>();
        var folded = new List<object>();
        foreach (var value in values)
        {
            if (!ignoresCase || value is not string text)
                found.Add(value);
            else if (CaseVariants.Of(text) is { } variants)
                found.AddRange(variants);
            else
                folded.Add(text.ToLowerInvariant());
        }
        var parts = new List<string>();
        if (found.Count > 0)
            parts.Add($"{left} IN ({List(found)})");
        if (folded.Count > 0)
            parts.Add($"{Folded(left)} IN ({List(folded)})");
        return ConditionTranslator.Join(false, parts);
    }

    /// <summary>LIKE of a case-sensitive field.</summary>
    public string Like(string left, string pattern, bool negated) =>
        $"{left} {(negated ? "NOT " : string.Empty)}GLOB {scope.Parameter(Glob(pattern))}";

    private string Folded(string left) => scope.Call(SqlFunction.Fold, left);

    private string List(List<object> values) => values.Count > LongList
        ? $"SELECT value FROM json_each({scope.Parameter(JsonSerializer.Serialize(values))})"
        : string.Join(", ", values.Select(scope.Parameter));

    /// <summary>From SOQL's wildcards % and _ to those of GLOB, which minds the case.</summary>
    private static string Glob(string pattern)
    {
        var glob = new StringBuilder();
        for (var index = 0; index < pattern.Length; index++)
        {
            var isEscaped = pattern[index] == '\\' && index + 1 < pattern.Length;
            var character = pattern[isEscaped ? ++index : index];
            glob.Append((character, isEscaped) switch
            {
                ('%', false) => "*",
                ('_', false) => "?",
                ('*' or '?' or '[', _) => $"[{character}]",
                _ => character.ToString(),
            });
        }
        return glob.ToString();
    }
}
