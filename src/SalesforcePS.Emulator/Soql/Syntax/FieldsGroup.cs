namespace SalesforcePS.Emulator.Soql.Syntax;

internal enum FieldsGroup
{
    All,
    Standard,
    Custom,
}
