namespace SalesforcePS.Emulator.Soql.Syntax;

/// <summary>One SELECT statement: the root query, a child subquery or the inner query of a semi-join.</summary>
internal sealed record SoqlQuery(int Position)
{
    public required IReadOnlyList<SelectItem> Select { get; init; }

    /// <summary>The driving object first; further items name relationships of it.</summary>
    public required IReadOnlyList<FromItem> From { get; init; }

    public ScopeClause? Scope { get; init; }

    public Condition? Where { get; init; }

    public IReadOnlyList<WithClause> With { get; init; } = [];

    public GroupClause? GroupBy { get; init; }

    public Condition? Having { get; init; }

    public IReadOnlyList<OrderItem> OrderBy { get; init; } = [];

    public CountClause? Limit { get; init; }

    public CountClause? Offset { get; init; }

    /// <summary>VIEW and REFERENCE: they touch recently-viewed data only.</summary>
    public IReadOnlyList<string> For { get; init; } = [];

    /// <summary>TRACKING and VIEWSTAT of knowledge articles.</summary>
    public IReadOnlyList<string> Update { get; init; } = [];
}
