namespace SalesforcePS.Emulator.Soql.Syntax;

internal enum FunctionKind
{
    Aggregate,
    Grouping,
    Date,
    Conversion,
    Distance,
    Geolocation,
}
