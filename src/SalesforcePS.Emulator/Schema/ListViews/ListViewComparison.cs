namespace SalesforcePS.Emulator.Schema.ListViews;

/// <param name="Field">The path of what is compared.</param>
/// <param name="Operator">How.</param>
/// <param name="Values">Literals as SOQL writes them; several for IN, INCLUDES and their opposites.</param>
internal sealed record ListViewComparison(string Field, ListViewOperator Operator, IReadOnlyList<string> Values) : ListViewCondition;
