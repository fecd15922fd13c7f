namespace SalesforcePS.Emulator.Soql.Parsing;

internal enum QueryRole
{
    Root,
    Child,
    SemiJoin,
}
