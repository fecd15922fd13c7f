namespace SalesforcePS.Core.Soql;

internal enum SoqlTokenKind
{
    /// <summary>A name with its path: <c>Account.Owner.Name</c>; also key words.</summary>
    Name,
    Text,
    Number,
    Parameter,
    Symbol,
    End,
}

/// <summary>A piece of SOQL, by its place in the text.</summary>
internal readonly record struct SoqlToken(SoqlTokenKind Kind, int Start, int End)
{
    public ReadOnlySpan<char> In(string soql) => soql.AsSpan(Start, End - Start);

    public bool Is(string soql, string word) => Kind is SoqlTokenKind.Name or SoqlTokenKind.Symbol && In(soql).Equals(word, StringComparison.OrdinalIgnoreCase);
}
