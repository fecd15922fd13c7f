using System.Text.RegularExpressions;
using SalesforcePS.Emulator.Schema.ListViews;

namespace SalesforcePS.Emulator.Schema.Source.Pages;

/// <summary>Reads how the conditions of a list view go together, as in <c>1 AND (2 OR NOT 3)</c>.</summary>
internal sealed partial class BooleanFilter
{
    private readonly SourceElement element;
    private readonly IReadOnlyList<ListViewCondition> conditions;
    private readonly string text;
    private readonly string[] tokens;
    private int position;

    private BooleanFilter(SourceElement element, string text, IReadOnlyList<ListViewCondition> conditions)
    {
        this.element = element;
        this.text = text;
        this.conditions = conditions;
        tokens = [.. Token().Matches(text).Select(match => match.Value.ToUpperInvariant())];
    }

    public static ListViewCondition Read(SourceElement element, string text, IReadOnlyList<ListViewCondition> conditions)
    {
        var filter = new BooleanFilter(element, text, conditions);
        var condition = filter.Any();
        return filter.position == filter.tokens.Length ? condition : throw filter.Unreadable();
    }

    private ListViewCondition Any() => Joined("OR", () => Joined("AND", Single));

    private ListViewCondition Joined(string word, Func<ListViewCondition> part)
    {
        var parts = new List<ListViewCondition> { part() };
        while (Accept(word))
            parts.Add(part());
        return ListViewGroup.Of(word == "AND", parts);
    }

    private ListViewCondition Single()
    {
        if (Accept("NOT"))
            return new ListViewNegation(Single());
        if (Accept("("))
        {
            var inner = Any();
            return Accept(")") ? inner : throw Unreadable();
        }
        return position < tokens.Length && int.TryParse(tokens[position++], out var number) && number >= 1 && number <= conditions.Count
            ? conditions[number - 1]
            : throw Unreadable();
    }

    private bool Accept(string token)
    {
        if (position >= tokens.Length || tokens[position] != token)
            return false;
        position++;
        return true;
    }

    private SchemaException Unreadable() =>
        element.Mistake($"the booleanFilter '{text}' cannot be read", "Combine the numbers of the filters with AND, OR and NOT");

    [GeneratedRegex("[A-Za-z]+|[0-9]+|\\S")]
    private static partial Regex Token();
}
