namespace SalesforcePS.Core.Soql;

/// <summary>A piece of SOQL, by its place in the text.</summary>
internal readonly record struct SoqlToken(SoqlTokenKind Kind, int Start, int End)
{
    public ReadOnlySpan<char> In(string soql) => soql.AsSpan(Start, End - Start);

    public bool Is(string soql, string word) => Kind is SoqlTokenKind.Name or SoqlTokenKind.Symbol && In(soql).Equals(word, StringComparison.OrdinalIgnoreCase);
}
