namespace SalesforcePS.Emulator.Schema.ListViews;

internal sealed record ListViewGroup(bool IsAnd, IReadOnlyList<ListViewCondition> Conditions) : ListViewCondition
{
    /// <summary>One condition stands for itself.</summary>
    public static ListViewCondition Of(bool isAnd, IReadOnlyList<ListViewCondition> conditions) =>
        conditions is [var single] ? single : new ListViewGroup(isAnd, conditions);
}
