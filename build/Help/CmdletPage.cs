namespace SalesforcePS.Build.Help;

/// <summary>What a person has written of a cmdlet.</summary>
internal sealed record CmdletPage(string Name)
{
    public IReadOnlyList<string> Synopsis { get; init; } = [];

    public IReadOnlyList<string> Description { get; init; } = [];

    public IReadOnlyList<PageEntry> Examples { get; init; } = [];

    public IReadOnlyDictionary<string, PageParameter> Parameters { get; init; } = new Dictionary<string, PageParameter>();

    public IReadOnlyList<PageEntry> Inputs { get; init; } = [];

    public IReadOnlyList<PageEntry> Outputs { get; init; } = [];

    public IReadOnlyList<string> Notes { get; init; } = [];

    public IReadOnlyList<PageLink> Links { get; init; } = [];
}
