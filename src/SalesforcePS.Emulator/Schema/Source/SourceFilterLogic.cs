using System.Text.RegularExpressions;

namespace SalesforcePS.Emulator.Schema.Source;

/// <summary>Reads how the conditions of a filter go together, as in <c>1 AND (2 OR NOT 3)</c>. AND binds closer than OR.</summary>
/// <typeparam name="TCondition">What the conditions are made into.</typeparam>
internal sealed class SourceFilterLogic<TCondition>
{
    private readonly SourceElement filter;
    private readonly IReadOnlyList<TCondition> conditions;
    private readonly Func<bool, IReadOnlyList<TCondition>, TCondition> join;
    private readonly Func<TCondition, TCondition> negate;
    private readonly string text;
    private readonly string[] tokens;
    private int position;

    private SourceFilterLogic(
        SourceElement filter, string text, IReadOnlyList<TCondition> conditions, Func<bool, IReadOnlyList<TCondition>, TCondition> join, Func<TCondition, TCondition> negate)
    {
        this.filter = filter;
        this.text = text;
        this.conditions = conditions;
        this.join = join;
        this.negate = negate;
        tokens = [.. Regex.Matches(text, "[A-Za-z]+|[0-9]+|\\S", RegexOptions.CultureInvariant).Select(match => match.Value.ToUpperInvariant())];
    }

    /// <summary>All conditions, or as the booleanFilter says.</summary>
    /// <param name="filter">The element that has the filters.</param>
    /// <param name="conditions">One for each filter, in their order.</param>
    /// <param name="join">Puts several together: all of them, or one of them.</param>
    /// <param name="negate">The opposite of one.</param>
    public static TCondition Combine(
        SourceElement filter, IReadOnlyList<TCondition> conditions, Func<bool, IReadOnlyList<TCondition>, TCondition> join, Func<TCondition, TCondition> negate)
    {
        if (filter.Text("booleanFilter") is not { } text)
            return join(true, conditions);
        var logic = new SourceFilterLogic<TCondition>(filter, text, conditions, join, negate);
        var condition = logic.Any();
        return logic.position == logic.tokens.Length ? condition : throw logic.Unreadable();
    }

    private TCondition Any() => Joined("OR", () => Joined("AND", Single));

    private TCondition Joined(string word, Func<TCondition> part)
    {
        var parts = new List<TCondition> { part() };
        while (Accept(word))
            parts.Add(part());
        return parts.Count == 1 ? parts[0] : join(word == "AND", parts);
    }

    private TCondition Single()
    {
        if (Accept("NOT"))
            return negate(Single());
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
        filter.Mistake($"the booleanFilter '{text}' cannot be read", "Combine the numbers of the filter items with AND, OR and NOT");
}
