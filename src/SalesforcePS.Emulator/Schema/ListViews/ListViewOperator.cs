namespace SalesforcePS.Emulator.Schema.ListViews;

/// <summary>soqlOperator in the partner WSDL.</summary>
internal enum ListViewOperator
{
    Equals,
    NotEquals,
    LessThan,
    LessThanOrEqualTo,
    GreaterThan,
    GreaterThanOrEqualTo,
    Like,
    In,
    NotIn,
    Includes,
    Excludes,
}
