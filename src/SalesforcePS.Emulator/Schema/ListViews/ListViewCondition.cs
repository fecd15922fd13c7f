namespace SalesforcePS.Emulator.Schema.ListViews;

/// <summary>The kinds of conditions are those of SoqlWhereCondition in the partner WSDL.</summary>
internal abstract record ListViewCondition;
