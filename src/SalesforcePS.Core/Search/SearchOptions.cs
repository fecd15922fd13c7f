namespace SalesforcePS.Core.Search;

/// <summary>A search for a text.</summary>
/// <param name="Text">Taken as it is: nothing in it is an operator or a wildcard.</param>
public sealed record SearchOptions(string Text)
{
    public SearchScope Scope { get; init; } = SearchScope.All;

    /// <summary>The objects to find; empty for all that can be searched.</summary>
    public IReadOnlyList<string> ObjectTypes { get; init; } = [];

    /// <summary>The fields to get beside the Id; empty for the one that names the record.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>The most rows, 1 to 2,000 (the API's limit); null for as many as the org gives.</summary>
    public int? Limit { get; init; }
}
