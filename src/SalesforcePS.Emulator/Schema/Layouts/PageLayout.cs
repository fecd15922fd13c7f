namespace SalesforcePS.Emulator.Schema.Layouts;

/// <param name="Name">Its full name, which begins with the object, as in <c>Account-Account Layout</c>.</param>
/// <param name="Sections">What the page shows of a record.</param>
/// <param name="RelatedLists">The lists below it.</param>
internal sealed record PageLayout(string Name, IReadOnlyList<LayoutSection> Sections, IReadOnlyList<RelatedListDefinition> RelatedLists)
{
    /// <summary>Standard buttons that the page has not.</summary>
    public IReadOnlySet<string> ExcludedButtons { get; init; } = new HashSet<string>();

    public IReadOnlyList<WebLinkDefinition> CustomButtons { get; init; } = [];

    /// <summary>Whether the page asks if assignment rules are to run, and whether they do so unasked.</summary>
    public bool ShowsAssignmentRules { get; init; }

    public bool RunsAssignmentRules { get; init; }
}
