using CsvHelper;

namespace SalesforcePS.Emulator.Bulk;

internal static class CsvDialect
{
    /// <summary>RFC 4180 with nothing trimmed.</summary>
    public static CsvReaderOptions Reader(ColumnDelimiter delimiter, Action<CsvMalformedRecord>? onMalformed = null) =>
        CsvReaderOptions.Default with { Separator = Character(delimiter), TrimWhitespace = false, OnMalformedRecord = onMalformed };

    public static char Character(ColumnDelimiter delimiter) => delimiter switch
    {
        ColumnDelimiter.Backquote => '`',
        ColumnDelimiter.Caret => '^',
        ColumnDelimiter.Pipe => '|',
        ColumnDelimiter.Semicolon => ';',
        ColumnDelimiter.Tab => '\t',
        _ => ',',
    };
}
