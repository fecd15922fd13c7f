namespace SalesforcePS.Emulator.Soql.Parsing;

/// <summary>The statement as the client sent it, and the faults that point into it.</summary>
/// <param name="text">SOQL or SOSL.</param>
/// <param name="isSearch">SOSL: faults have a code of their own, and point at the character before (so orgs answered others).</param>
internal sealed class SoqlText(string text, bool isSearch = false)
{
    /// <summary>Salesforce shows about this many characters on either side of the fault, to the next word boundary.</summary>
    private const int Context = 31;

    private static readonly char[] Boundaries = [' ', '\t', ','];

    public string Text => text;

    public bool IsSearch => isSearch;

    private string MalformedCode => isSearch ? "MALFORMED_SEARCH" : "MALFORMED_QUERY";

    public ApiException Fault(string errorCode, int position, string message)
    {
        var (row, column, line) = Locate(position);
        if (isSearch)
            column = Math.Max(column - 1, 1);
        var start = column - 1;
        var from = start > Context ? line.LastIndexOfAny(Boundaries, start - Context) + 1 : 0;
        var to = start + Context < line.Length ? line.IndexOfAny(Boundaries, start + Context) : -1;
        var excerpt = line[from..(to < 0 ? line.Length : to)];
        var caret = new string(' ', start - from) + '^';
        return new ApiException(errorCode, $"\n{excerpt}\n{caret}\nERROR at Row:{row}:Column:{column}\n{message}")
        {
            Row = row,
            Column = column,
        };
    }

    public ApiException Malformed(int position, string message) => Fault(MalformedCode, position, message);

    /// <summary>A fault of the character level, which has its own form of position.</summary>
    public ApiException Unreadable(int position, string message)
    {
        var (row, column, _) = Locate(position);
        var located = $"line {row}:{column - 1} {message}";
        return isSearch ? Malformed(position, located) : new ApiException(MalformedCode, located) { Row = row, Column = column };
    }

    private (int Row, int Column, string Line) Locate(int position)
    {
        var row = 1;
        var lineStart = 0;
        for (var index = text.IndexOf('\n'); index >= 0 && index < position; index = text.IndexOf('\n', index + 1))
        {
            row++;
            lineStart = index + 1;
        }
        var lineEnd = text.IndexOf('\n', lineStart);
        var line = text[lineStart..(lineEnd < 0 ? text.Length : lineEnd)].TrimEnd('\r');
        return (row, Math.Min(position - lineStart, line.Length) + 1, line);
    }
}
