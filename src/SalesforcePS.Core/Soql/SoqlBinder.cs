using System.Collections;
using System.Text;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Schema;

namespace SalesforcePS.Core.Soql;

/// <summary>Puts values in the place of <c>:name</c>. A name inside a string literal is text and stays.</summary>
internal static class SoqlBinder
{
    /// <param name="typeOf">The type of a field of the query's object, by its path; Unknown where it cannot tell.</param>
    /// <param name="zone">The zone of times that have none of their own.</param>
    /// <exception cref="SalesforceException">A name without a value, a value without a name, or a value that SOQL cannot express.</exception>
    public static string Bind(string soql, IReadOnlyDictionary<string, object?> parameters, Func<string, FieldType> typeOf, TimeZoneInfo zone)
    {
        var tokens = SoqlLexer.Read(soql);
        var bound = new StringBuilder(soql.Length);
        var used = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var copied = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind != SoqlTokenKind.Parameter)
                continue;
            var name = soql[(tokens[i].Start + 1)..tokens[i].End];
            if (parameters.Keys.FirstOrDefault(key => key.Equals(name, StringComparison.OrdinalIgnoreCase)) is not { } key)
                throw Invalid($"The query has the parameter ':{name}', for which no value is given.");
            used.Add(name);
            var (from, text) = Replace(soql, tokens, i, parameters[key], (value, type) => SoqlLiteral.Write(name, value, type, zone), typeOf);
            bound.Append(soql, copied, from - copied).Append(text);
            copied = tokens[i].End;
        }
        if (parameters.Keys.FirstOrDefault(name => !used.Contains(name)) is { } unused)
            throw Invalid($"A value is given for the parameter '{unused}', which the query does not have. Write ':{unused}' where it belongs, outside of quotes.");
        return bound.Append(soql, copied, soql.Length - copied).ToString();
    }

    public static bool HasParameters(string soql) => SoqlLexer.Read(soql).Exists(token => token.Kind == SoqlTokenKind.Parameter);

    private static (int From, string Text) Replace(
        string soql, List<SoqlToken> tokens, int at, object? value, Func<object?, FieldType, string> write, Func<string, FieldType> typeOf)
    {
        var start = tokens[at].Start;
        var before = at > 0 ? tokens[at - 1] : default;
        // LAST_N_DAYS:n keeps its colon.
        if (before.Kind == SoqlTokenKind.Name && before.In(soql).Contains("N_", StringComparison.OrdinalIgnoreCase))
            return (start, ":" + write(value, FieldType.Int));
        var field = FieldBefore(soql, tokens, at);
        var type = field is { } path ? typeOf(path.In(soql).ToString()) : FieldType.Unknown;
        if (before.Is(soql, "IN") && field is { } left && IsEmpty(value))
        {
            // SOQL has no empty list. Nothing is in it, so the comparison is one that is never (or always) true.
            var negated = tokens[at - 2].Is(soql, "NOT");
            if (negated && value is null)
                throw Invalid("A list behind NOT IN is null, which would exclude nothing. If that is meant, give an empty list.");
            return (left.Start, negated ? "Id != null" : "Id = null");
        }
        var text = write(value, type);
        if (IsList(value))
            return (start, before.Is(soql, "(") || before.Is(soql, ",") ? text[1..^1] : text);
        // PowerShell makes one value out of a list of one.
        return (start, IsSetOperator(soql, before) ? $"({text})" : text);
    }

    private static bool IsSetOperator(string soql, SoqlToken token) =>
        token.Is(soql, "IN") || token.Is(soql, "INCLUDES") || token.Is(soql, "EXCLUDES");

    /// <summary>The field on the left of the operator, or of the list that the parameter stands in.</summary>
    private static SoqlToken? FieldBefore(string soql, List<SoqlToken> tokens, int at)
    {
        for (var i = at - 1; i >= 0; i--)
        {
            var token = tokens[i];
            var passes = token.Kind is SoqlTokenKind.Text or SoqlTokenKind.Number or SoqlTokenKind.Parameter
                || (token.Kind == SoqlTokenKind.Symbol && !token.Is(soql, ")"))
                || token.In(soql).ToString().ToUpperInvariant() is "IN" or "NOT" or "LIKE" or "INCLUDES" or "EXCLUDES";
            if (!passes)
                return token.Kind == SoqlTokenKind.Name ? token : null;
        }
        return null;
    }

    private static bool IsList(object? value) => value is IEnumerable and not string;

    /// <summary>An empty pipeline leaves null in a PowerShell variable, so null behind IN is an empty list.</summary>
    private static bool IsEmpty(object? value) => value is null || (IsList(value) && !((IEnumerable)value).Cast<object?>().Any());

    private static SalesforceException Invalid(string message) => new(message) { ErrorCode = "INVALID_PARAMETER" };
}
