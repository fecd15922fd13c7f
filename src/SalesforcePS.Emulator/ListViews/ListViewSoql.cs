using SalesforcePS.Emulator.Schema.ListViews;

namespace SalesforcePS.Emulator.ListViews;

/// <summary>The conditions of list views, as SOQL has them.</summary>
internal static class ListViewSoql
{
    public static string Of(ListViewCondition condition) => condition switch
    {
        ListViewGroup group => string.Join(group.IsAnd ? " AND " : " OR ", group.Conditions.Select(Part)),
        ListViewNegation negation => $"NOT {Part(negation.Condition)}",
        ListViewSubquery subquery => $"{subquery.Field} IN ({subquery.Subquery})",
        ListViewComparison comparison => $"{comparison.Field} {Compare(comparison)}",
        _ => throw new ArgumentOutOfRangeException(nameof(condition), condition, "There is no such kind of condition."),
    };

    private static string Part(ListViewCondition condition) =>
        condition is ListViewGroup or ListViewNegation ? $"({Of(condition)})" : Of(condition);

    private static string Compare(ListViewComparison comparison) => comparison.Operator switch
    {
        ListViewOperator.Equals => $"= {comparison.Values[0]}",
        ListViewOperator.NotEquals => $"!= {comparison.Values[0]}",
        ListViewOperator.LessThan => $"< {comparison.Values[0]}",
        ListViewOperator.LessThanOrEqualTo => $"<= {comparison.Values[0]}",
        ListViewOperator.GreaterThan => $"> {comparison.Values[0]}",
        ListViewOperator.GreaterThanOrEqualTo => $">= {comparison.Values[0]}",
        ListViewOperator.Like => $"LIKE {comparison.Values[0]}",
        ListViewOperator.In => $"IN {List(comparison)}",
        ListViewOperator.NotIn => $"NOT IN {List(comparison)}",
        ListViewOperator.Includes => $"INCLUDES {List(comparison)}",
        _ => $"EXCLUDES {List(comparison)}",
    };

    private static string List(ListViewComparison comparison) => $"({string.Join(", ", comparison.Values)})";
}
