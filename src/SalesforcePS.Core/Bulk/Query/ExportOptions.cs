namespace SalesforcePS.Core.Bulk.Query;

/// <summary>Where an export goes.</summary>
/// <param name="Path">The full path of the file. It appears when it is complete; beside it are, until then, <c>.partial</c> and its state.</param>
public sealed record ExportOptions(string Path)
{
    /// <summary>As Salesforce calls it: COMMA, TAB, SEMICOLON, PIPE, CARET or BACKQUOTE.</summary>
    public string Delimiter { get; init; } = "COMMA";

    /// <summary>An existing file is replaced, once the new one is complete.</summary>
    public bool Overwrite { get; init; }

    /// <summary>Rows that are fetched at a time: what a killed export fetches again at most.</summary>
    public int PageSize { get; init; } = 100_000;

    /// <summary>Told why an earlier run is not gone on with. Called on any thread.</summary>
    public Action<string>? Warn { get; init; }
}
