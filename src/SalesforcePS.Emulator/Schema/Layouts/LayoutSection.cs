namespace SalesforcePS.Emulator.Schema.Layouts;

/// <param name="Label">Its heading; null where it has none.</param>
/// <param name="Columns">The items of each column from top to bottom.</param>
internal sealed record LayoutSection(string? Label, IReadOnlyList<IReadOnlyList<LayoutItem>> Columns)
{
    /// <summary>How the Tab key goes through the fields: row by row, and not column by column.</summary>
    public bool IsLeftToRight { get; init; }

    public bool HasDetailHeading { get; init; }

    public bool HasEditHeading { get; init; } = true;
}
