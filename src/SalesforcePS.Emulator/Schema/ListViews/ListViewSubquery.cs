namespace SalesforcePS.Emulator.Schema.ListViews;

/// <param name="Field">The path of a reference.</param>
/// <param name="Subquery">The SOQL of the records that it may name.</param>
internal sealed record ListViewSubquery(string Field, string Subquery) : ListViewCondition;
