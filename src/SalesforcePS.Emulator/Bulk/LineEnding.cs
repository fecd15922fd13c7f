namespace SalesforcePS.Emulator.Bulk;

internal enum LineEnding
{
    LF,
    CRLF,
}
