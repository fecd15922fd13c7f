using CsvHelper;

namespace SalesforcePS.Emulator.Bulk;

internal static class CsvDialect
{
    /// <summary>RFC 4180 with nothing trimmed.</summary>
    public static CsvReaderOptions Reader(ColumnDelimiter delimiter, Action<CsvMalformedRecord>? onMalformed = null) =>
        CsvReaderOptions.Default with { Separator = Character(delimiter), TrimWhitespace = false, OnMalformedRecord = onMalformed };

    /// <summary>Results have every value in quotes.</summary>
    public static CsvWriterOptions Writer(ColumnDelimiter delimiter, LineEnding lineEnding) => CsvWriterOptions.Default with
    {
        Separator = Character(delimiter),
        NewLine = lineEnding == LineEnding.LF ? "\n" : "\r\n",
        Quoting = CsvQuoting.Always,
    };

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
