namespace SalesforcePS.Emulator.Searching.Syntax;

/// <summary>The WITH clauses that an org without divisions, communities and articles has a use for.</summary>
internal sealed record SearchOptions
{
    public bool Highlight { get; init; }

    /// <summary>Most characters of a snippet; null without WITH SNIPPET.</summary>
    public int? SnippetLength { get; init; }

    /// <summary>WITH METADATA = 'LABELS'.</summary>
    public bool Labels { get; init; }

    /// <summary>Products are found in this price book alone.</summary>
    public string? PricebookId { get; init; }
}
