using System.Text;
using System.Text.RegularExpressions;

namespace SalesforcePS.Emulator.Schema.Source;

/// <summary>The lines of a .forceignore file, which are those of .gitignore: the last one that fits a path decides.</summary>
internal sealed class IgnoreRules(IEnumerable<string> lines)
{
    private readonly (bool Ignores, Regex Pattern)[] rules = [.. lines
        .Select(line => line.Trim())
        .Where(line => line.Length > 0 && !line.StartsWith('#'))
        .Select(line => line.StartsWith('!') ? (false, Pattern(line[1..])) : (true, Pattern(line)))];

    /// <param name="path">Relative to the folder of the file, with slashes.</param>
    public bool Match(string path) => rules.LastOrDefault(rule => rule.Pattern.IsMatch(path)).Ignores;

    // What is inside of an ignored folder is ignored with it.
    private static Regex Pattern(string line)
    {
        var glob = line.TrimEnd('/');
        var isAnchored = glob.Contains('/', StringComparison.Ordinal);
        var pattern = new StringBuilder(isAnchored ? "^" : "(^|/)");
        glob = glob.TrimStart('/');
        for (var i = 0; i < glob.Length; i++)
        {
            if (string.CompareOrdinal(glob, i, "**/", 0, 3) == 0)
            {
                pattern.Append("(.*/)?");
                i += 2;
            }
            else if (string.CompareOrdinal(glob, i, "**", 0, 2) == 0)
            {
                pattern.Append(".*");
                i++;
            }
            else
            {
                pattern.Append(glob[i] switch { '*' => "[^/]*", '?' => "[^/]", var other => Regex.Escape(other.ToString()) });
            }
        }
        pattern.Append(line.EndsWith('/') ? "/" : "(/|$)");
        return new Regex(pattern.ToString(), RegexOptions.CultureInvariant);
    }
}
