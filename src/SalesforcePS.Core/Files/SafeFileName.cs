using System.Buffers;
using System.Text;

namespace SalesforcePS.Core.Files;

/// <summary>
/// Makes a name from Salesforce one that every file system takes and that leads nowhere else: whoever could name a file in the org must
/// not choose where it goes on this machine.
/// </summary>
public static class SafeFileName
{
    private const int MostBytes = 200;

    private static readonly SearchValues<char> Separators = SearchValues.Create("/\\");
    private static readonly SearchValues<char> Forbidden = SearchValues.Create("<>:\"|?*");

    private static readonly HashSet<string> Reserved = new(
        ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", .. Enumerable.Range(0, 10).SelectMany(static number => new[] { $"COM{number}", $"LPT{number}" })],
        StringComparer.OrdinalIgnoreCase);

    /// <param name="otherwise">The name where nothing is left of it.</param>
    public static string Of(string name, string otherwise)
    {
        var last = name[(name.AsSpan().LastIndexOfAny(Separators) + 1)..];
        var allowed = string.Create(last.Length, last, static (span, text) =>
        {
            for (var index = 0; index < text.Length; index++)
                span[index] = char.IsControl(text[index]) || Forbidden.Contains(text[index]) ? '_' : text[index];
        });
        var trimmed = Shorten(allowed.Trim()).TrimEnd('.', ' ');
        if (trimmed.Length == 0)
            return otherwise;
        return Reserved.Contains(trimmed.Split('.')[0].TrimEnd()) ? $"_{trimmed}" : trimmed;
    }

    /// <summary>The name with a number before its extension.</summary>
    public static string Numbered(string name, int number)
    {
        var extension = Path.GetExtension(name);
        return FormattableString.Invariant($"{name[..^extension.Length]} ({number}){extension}");
    }

    private static string Shorten(string name)
    {
        if (Encoding.UTF8.GetByteCount(name) <= MostBytes)
            return name;
        var extension = Path.GetExtension(name) is { Length: < 20 } own ? own : "";
        var stem = name[..^extension.Length];
        while (Encoding.UTF8.GetByteCount(stem) + Encoding.UTF8.GetByteCount(extension) > MostBytes)
            stem = stem[..^(char.IsLowSurrogate(stem[^1]) ? 2 : 1)];
        return stem + extension;
    }
}
