namespace SalesforcePS.Emulator.Bulk;

internal enum ColumnDelimiter
{
    Comma,
    Backquote,
    Caret,
    Pipe,
    Semicolon,
    Tab,
}
