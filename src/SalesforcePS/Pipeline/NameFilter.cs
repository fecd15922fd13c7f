using System.Management.Automation;

namespace SalesforcePS.Pipeline;

/// <summary>Names and wildcard patterns, in any case. A pattern that finds nothing is no mistake; a plain name that finds nothing is.</summary>
internal sealed class NameFilter(IReadOnlyList<string> names)
{
    private readonly List<WildcardPattern> patterns = [.. names.Select(name => WildcardPattern.Get(name, WildcardOptions.IgnoreCase))];

    public bool Matches(string name) => patterns.Exists(pattern => pattern.IsMatch(name));

    public IEnumerable<string> NotFoundAmong(IEnumerable<string> all) =>
        names.Where(name => !WildcardPattern.ContainsWildcardCharacters(name)).Except(all, StringComparer.OrdinalIgnoreCase);
}
