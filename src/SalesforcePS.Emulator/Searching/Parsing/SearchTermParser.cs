using SalesforcePS.Emulator.Searching.Syntax;
using SalesforcePS.Emulator.Soql.Parsing;

namespace SalesforcePS.Emulator.Searching.Parsing;

/// <summary>
/// Words and phrases with their operators: brackets first, then AND and AND NOT from right to left, then OR. Where no
/// operator stands, AND is meant (SOSL reference, "FIND {SearchQuery}").
/// </summary>
internal sealed class SearchTermParser(SoqlText source, FindClause find)
{
    /// <summary>Longer texts find nothing.</summary>
    private const int MaximumLength = 10_000;

    /// <summary>Longer texts lose their operators: any of the words will do.</summary>
    private const int MaximumLengthWithOperators = 4_000;
    private const int MinimumCharacters = 2;

    /// <summary>Of brackets and of AND NOT; far more than a search needs, and few enough for SQLite.</summary>
    private const int MaximumNesting = 20;

    private int index;
    private int nesting;

    /// <param name="isPhrase">The words have to follow one another, and none of them is an operator.</param>
    public SearchTerm? Parse(bool isPhrase)
    {
        if (find.Length > MaximumLength)
            return null;
        var texts = find.Tokens.Where(token => isPhrase || token.IsQuoted || !IsOperator(token)).Select(token => token.Text).ToArray();
        if (texts.Sum(text => text.Count(character => !Wildcard.Is(character))) < MinimumCharacters)
        {
            throw new ApiException("MALFORMED_SEARCH", $"search term must be longer than one character: {string.Join(' ', texts)}"
                .Replace(Wildcard.Any, '*').Replace(Wildcard.One, '?'));
        }
        if (isPhrase)
            return new SearchText(string.Join(' ', texts));
        if (find.Length > MaximumLengthWithOperators)
            return texts.Select(text => (SearchTerm)new SearchText(text)).Aggregate((left, right) => new SearchLogical(false, left, right));
        var term = Or();
        return index == find.Tokens.Count ? term : throw Malformed();
    }

    private SearchToken? Current => index < find.Tokens.Count ? find.Tokens[index] : null;

    private SearchTerm Or()
    {
        var left = And();
        while (Accept("OR"))
            left = new SearchLogical(false, left, And());
        return left;
    }

    private SearchTerm And()
    {
        var left = Single();
        if (Accept("AND"))
        {
            if (Accept("NOT"))
                return new SearchExclusion(left, Nested(And));
            return new SearchLogical(true, left, And());
        }
        return Current is { } next && (next.IsQuoted || next.Text == "(" || !IsOperator(next)) ? new SearchLogical(true, left, And()) : left;
    }

    private SearchTerm Single()
    {
        if (Accept("("))
        {
            var inner = Nested(Or);
            return Accept(")") ? inner : throw Malformed();
        }
        if (Current is not { } token || (!token.IsQuoted && IsOperator(token)))
            throw Malformed();
        index++;
        return new SearchText(token.Text);
    }

    private SearchTerm Nested(Func<SearchTerm> content)
    {
        if (++nesting > MaximumNesting)
            throw Malformed();
        var term = content();
        nesting--;
        return term;
    }

    private bool Accept(string word)
    {
        if (Current?.Is(word) != true)
            return false;
        index++;
        return true;
    }

    private static bool IsOperator(SearchToken token) => token.Is("AND") || token.Is("OR") || token.Is("(") || token.Is(")");

    private ApiException Malformed() => source.Malformed(
        Current?.Position ?? find.End - 1, $"Malformed search token: {Current?.Text ?? "}"}");
}
