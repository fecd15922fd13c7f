namespace SalesforcePS.Emulator.Soql.Parsing;

internal enum QueryRole
{
    Root,
    Child,
    SemiJoin,

    /// <summary>Of an object in SOSL's RETURNING.</summary>
    Returned,
}
