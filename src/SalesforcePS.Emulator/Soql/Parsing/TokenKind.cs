namespace SalesforcePS.Emulator.Soql.Parsing;

internal enum TokenKind
{
    Identifier,
    String,
    Number,
    Date,
    DateTime,
    Time,
    Symbol,
    End,
}
