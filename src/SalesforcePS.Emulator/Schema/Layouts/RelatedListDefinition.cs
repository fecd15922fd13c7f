namespace SalesforcePS.Emulator.Schema.Layouts;

/// <param name="Child">The object whose records are listed.</param>
/// <param name="Field">Its field that refers to the record of the page.</param>
/// <param name="Columns">Paths from the child.</param>
internal sealed record RelatedListDefinition(string Child, string Field, IReadOnlyList<string> Columns)
{
    /// <summary>The path that the list is sorted by; null for its own order.</summary>
    public string? SortColumn { get; init; }

    public bool IsDescending { get; init; }

    public IReadOnlySet<string> ExcludedButtons { get; init; } = new HashSet<string>();

    public IReadOnlyList<WebLinkDefinition> CustomButtons { get; init; } = [];
}
