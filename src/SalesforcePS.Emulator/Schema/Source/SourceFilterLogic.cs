using System.Text.RegularExpressions;

namespace SalesforcePS.Emulator.Schema.Source;

/// <summary>Puts the conditions of a filter together.</summary>
internal static partial class SourceFilterLogic
{
    /// <summary>All conditions, or as (1 AND 2) OR 3 says.</summary>
    public static string Combine(SourceElement filter, string[] conditions)
    {
        if (filter.Text("booleanFilter") is not { } logic)
            return string.Join(" && ", conditions);
        return Word().Replace(logic, match => match.Value.ToUpperInvariant() switch
        {
            "AND" => "&&",
            "OR" => "||",
            "NOT" => "!",
            var number when int.TryParse(number, out var index) && index >= 1 && index <= conditions.Length => conditions[index - 1],
            _ => throw filter.Mistake($"the booleanFilter '{logic}' cannot be read", "Combine the numbers of the filter items with AND, OR and NOT"),
        });
    }

    [GeneratedRegex("[A-Za-z]+|[0-9]+")]
    private static partial Regex Word();
}
