namespace SalesforcePS.Binding;

/// <summary>The delimiters of Bulk's CSV and their names.</summary>
internal static class CsvDelimiter
{
    /// <summary>Null for a character that Bulk does not know.</summary>
    public static string? NameOf(char delimiter) => delimiter switch
    {
        ',' => "COMMA",
        ';' => "SEMICOLON",
        '\t' => "TAB",
        '|' => "PIPE",
        '^' => "CARET",
        '`' => "BACKQUOTE",
        _ => null,
    };
}
