namespace SalesforcePS.Emulator.Soql.Syntax;

internal enum GroupKind
{
    Plain,
    Rollup,
    Cube,
}
