namespace SalesforcePS.Emulator.Schema.ListViews;

internal sealed record ListViewNegation(ListViewCondition Condition) : ListViewCondition;
