using System.Collections.Frozen;

namespace SalesforcePS.Emulator.Records.Files;

/// <summary>The FileType that an org makes of a file's extension.</summary>
internal static class FileType
{
    public const string Link = "LINK";

    private const string Unknown = "UNKNOWN";

    // An extension that stands for itself is not among them.
    private static readonly FrozenDictionary<string, string> ByExtension = new Dictionary<string, string>
    {
        ["DOC"] = "WORD",
        ["DOCX"] = "WORD_X",
        ["DOT"] = "WORD_T",
        ["HTM"] = "HTML",
        ["JPEG"] = "JPG",
        ["PPT"] = "POWER_POINT",
        ["PPTX"] = "POWER_POINT_X",
        ["TIF"] = "TIFF",
        ["TXT"] = "TEXT",
        ["XLS"] = "EXCEL",
        ["XLSX"] = "EXCEL_X",
    }.ToFrozenDictionary();

    private static readonly FrozenSet<string> Known = new[]
    {
        "AI", "AVI", "BMP", "CSS", "CSV", "EPS", "EXE", "FLV", "GIF", "GZIP", "HTML", "JPG", "JS", "JSON", "M4A", "M4V", "MOV", "MP3", "MP4", "MPEG",
        "MPG", "ODP", "ODS", "ODT", "PDF", "PNG", "PS", "PSD", "RAR", "RTF", "SQL", "SVG", "SWF", "TIFF", "VSD", "WAV", "WMA", "WMV", "XML", "ZIP",
    }.ToFrozenSet();

    public static string Of(string? extension)
    {
        var name = extension?.ToUpperInvariant() ?? "";
        return ByExtension.TryGetValue(name, out var type) ? type : Known.Contains(name) ? name : Unknown;
    }
}
