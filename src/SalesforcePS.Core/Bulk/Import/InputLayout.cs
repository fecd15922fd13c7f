using SalesforcePS.Core.Errors;

namespace SalesforcePS.Core.Bulk.Import;

/// <summary>The form of a file, as its beginning shows it.</summary>
/// <param name="HeaderLine">The header as the file has it, in UTF-8, without mark and line break.</param>
/// <param name="LineBreak">LF, CR LF or CR.</param>
/// <param name="FirstRow">Where the first row begins; null where there are none.</param>
internal sealed record InputLayout(char Delimiter, IReadOnlyList<string> Headers, byte[] HeaderLine, byte[] LineBreak, long? FirstRow)
{
    public static InputLayout Read(InputFile file, char? delimiter)
    {
        using var rows = new InputRows(file, delimiter, 0);
        if (!rows.Read())
            throw new ImportException(ImportProblem.File, $"The file '{file.Path}' is empty: its first line must be the header.");
        string[] headers = [.. Enumerable.Range(0, rows.CellCount).Select(rows.Text)];
        var (line, end) = (rows.Raw.ToArray(), rows.Offset + rows.Raw.Length);
        return new InputLayout(rows.Delimiter, headers, line, LineBreakAt(file, end), rows.Read() ? rows.Offset : null);
    }

    private static byte[] LineBreakAt(InputFile file, long offset)
    {
        using var stream = file.OpenAt(offset);
        Span<byte> bytes = stackalloc byte[2];
        var read = stream.ReadAtLeast(bytes, 2, throwOnEndOfStream: false);
        return bytes[..read] switch
        {
            [(byte)'\r', (byte)'\n'] => "\r\n"u8.ToArray(),
            [(byte)'\r', ..] => "\r"u8.ToArray(),
            _ => "\n"u8.ToArray(),
        };
    }
}
