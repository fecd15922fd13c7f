using SalesforcePS.Emulator.Schema;

namespace SalesforcePS.Emulator.Soql.Binding;

/// <summary>A query whose names are resolved and whose values have the types of their fields.</summary>
internal sealed class BoundQuery
{
    public required BoundTable Root { get; init; }

    public required RowShape Shape { get; init; }

    /// <summary>The select list, where rows are records.</summary>
    public IReadOnlyList<SelectedItem> Items { get; init; } = [];

    /// <summary>What the database is asked for per row; the shape refers to them by index.</summary>
    public required IReadOnlyList<BoundExpression> Columns { get; init; }

    public IReadOnlyList<ChildItem> Children { get; init; } = [];

    /// <summary>Of a child query: the field that refers to the parent.</summary>
    public SObjectField? ParentReference { get; init; }

    public BoundCondition? Where { get; init; }

    public IReadOnlyList<BoundExpression> GroupBy { get; init; } = [];

    /// <summary>For each level of rows the groups that it runs over; none without ROLLUP and CUBE.</summary>
    public IReadOnlyList<IReadOnlySet<BoundExpression>> Subtotals { get; init; } = [];

    public BoundCondition? Having { get; init; }

    public IReadOnlyList<BoundOrder> OrderBy { get; init; } = [];

    public long? Limit { get; init; }

    public long Offset { get; init; }

    /// <summary>The fields that tell when a found record was last viewed or referenced, where the query counts as that.</summary>
    public IReadOnlyList<SObjectField> Touched { get; init; } = [];

    /// <summary>SELECT COUNT(): a number and no rows.</summary>
    public bool IsCount { get; init; }

    /// <summary>Rows are groups of records, not records.</summary>
    public bool IsAggregate { get; init; }

    public SObjectType Type => Root.Targets[0];
}
