using System.Text.RegularExpressions;

namespace SalesforcePS.Emulator.Rest.Composite;

/// <summary>What a call of /composite/graph may hold (REST API guide, composite graph limits).</summary>
internal static partial class GraphLimits
{
    private const int MostGraphs = 75;
    private const int MostNodes = 500;
    private const int MostKinds = 15;
    private const int MostDepth = 15;

    public static void Check(List<List<Subrequest>> graphs)
    {
        Check("graphs", MostGraphs, graphs.Count);
        Check("nodes", MostNodes, graphs.Sum(graph => graph.Count));
        Check("different nodes", MostKinds, graphs.SelectMany(graph => graph).Select(KindOf).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        foreach (var graph in graphs)
            Check("levels", MostDepth, DepthOf(graph));
    }

    private static void Check(string what, int limit, int count)
    {
        if (count > limit)
            throw SubrequestErrors.TooMany(what, limit, count);
    }

    /// <summary>Nodes differ by API version and sObject.</summary>
    private static string KindOf(Subrequest node)
    {
        var match = RecordPath().Match(node.Url);
        return match.Success ? match.Groups[1].Value : throw SubrequestErrors.NotSupported(node.Url);
    }

    private static int DepthOf(List<Subrequest> graph)
    {
        var depths = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var node in graph)
            depths[node.ReferenceId] = 1 + ReferenceScope.NamesIn(node).Select(name => depths.GetValueOrDefault(name)).DefaultIfEmpty().Max();
        return depths.Values.DefaultIfEmpty().Max();
    }

    /// <summary>sobjects/X, sobjects/X/id and sobjects/X/field/value.</summary>
    [GeneratedRegex("^/services/data/([^/]+/sobjects/[^/?]+)(/[^/?]+){0,2}/?([?].*)?$", RegexOptions.IgnoreCase)]
    private static partial Regex RecordPath();
}
