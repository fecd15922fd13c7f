namespace SalesforcePS.Build.Help;

internal sealed record ParameterFacts(string Name, string Type, IReadOnlyList<ParameterUse> Uses)
{
    public IReadOnlyList<string> Aliases { get; init; } = [];

    public IReadOnlyList<string> AcceptedValues { get; init; } = [];

    public bool Wildcards { get; init; }

    public bool IsSwitch => Type == "SwitchParameter";

    public ParameterUse? UseIn(string set) =>
        Uses.FirstOrDefault(use => use.Set == set) ?? Uses.FirstOrDefault(use => use.Set == CmdletFacts.AllSets);

    /// <summary>The parameter as a whole: mandatory only where every set has it so.</summary>
    public ParameterUse Overall => new(
        CmdletFacts.AllSets,
        Uses.All(use => use.Mandatory),
        Uses.Max(use => use.Position),
        Uses.Any(use => use.ByValue),
        Uses.Any(use => use.ByPropertyName));
}
