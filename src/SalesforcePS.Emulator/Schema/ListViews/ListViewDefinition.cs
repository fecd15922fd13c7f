namespace SalesforcePS.Emulator.Schema.ListViews;

/// <summary>A list view: some records of one object, and the columns in which they are shown.</summary>
/// <param name="DeveloperName">Its API name.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Columns">Paths of fields, such as <c>Owner.Alias</c>.</param>
internal sealed record ListViewDefinition(string DeveloperName, string Label, IReadOnlyList<string> Columns)
{
    /// <summary>Known once the database has its record.</summary>
    public string Id { get; internal set; } = "";

    /// <summary>The records of the user who looks at it, and not those of everyone.</summary>
    public bool IsMine { get; init; }

    /// <summary>What a record must meet; null where it shows all.</summary>
    public ListViewCondition? Condition { get; init; }

    /// <summary>What was viewed last comes first; other list views are sorted by name.</summary>
    public bool IsRecent { get; init; }
}
