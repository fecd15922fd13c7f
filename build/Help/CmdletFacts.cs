namespace SalesforcePS.Build.Help;

/// <summary>What the compiled class says of a cmdlet.</summary>
internal sealed record CmdletFacts(string Verb, string Noun, string? DefaultSet, IReadOnlyList<ParameterFacts> Parameters)
{
    /// <summary>The set name by which PowerShell means every set.</summary>
    public const string AllSets = "__AllParameterSets";

    public string Name => $"{Verb}-{Noun}";

    /// <summary>The default set first, the others by name.</summary>
    public IReadOnlyList<string> Sets
    {
        get
        {
            var named = Parameters.SelectMany(p => p.Uses).Select(use => use.Set).Append(DefaultSet ?? AllSets)
                .Distinct()
                .Where(set => set != AllSets)
                .OrderBy(set => set != DefaultSet)
                .ThenBy(set => set, StringComparer.Ordinal)
                .ToList();
            return named.Count == 0 ? [AllSets] : named;
        }
    }

    public IEnumerable<(ParameterFacts Parameter, ParameterUse Use)> ParametersOf(string set) =>
        from parameter in Parameters
        let use = parameter.UseIn(set)
        where use is not null
        orderby use.Position < 0, use.Position, !use.Mandatory, ShouldProcessText.Covers(parameter.Name), parameter.Name
        select (parameter, use);
}
