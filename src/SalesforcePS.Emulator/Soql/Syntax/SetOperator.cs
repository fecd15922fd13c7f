namespace SalesforcePS.Emulator.Soql.Syntax;

internal enum SetOperator
{
    In,
    NotIn,
    Includes,
    Excludes,
}
