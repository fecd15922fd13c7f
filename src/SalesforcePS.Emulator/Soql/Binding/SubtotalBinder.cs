using SalesforcePS.Emulator.Soql.Syntax;

namespace SalesforcePS.Emulator.Soql.Binding;

/// <summary>ROLLUP totals from the last group to the first, CUBE over every combination (SOQL reference, "GROUP BY ROLLUP", "GROUP BY CUBE").</summary>
internal static class SubtotalBinder
{
    private const int MaximumGroups = 3;

    public static IReadOnlyList<IReadOnlySet<BoundExpression>> Bind(
        BindingContext context, GroupClause clause, IReadOnlyList<BoundExpression> groups)
    {
        if (groups.Count > MaximumGroups)
        {
            throw context.Source.Malformed(
                clause.Position, $"GROUP BY {clause.Kind.ToString().ToUpperInvariant()} takes no more than {MaximumGroups} fields");
        }
        return clause.Kind == GroupKind.Rollup
            ? [.. Enumerable.Range(0, groups.Count + 1).Select(count => new HashSet<BoundExpression>(groups.TakeLast(count)))]
            : [.. Enumerable.Range(0, 1 << groups.Count).Select(bits => new HashSet<BoundExpression>(groups.Where((_, index) => (bits & (1 << index)) != 0)))];
    }
}
