namespace SalesforcePS.Emulator.Schema;

/// <param name="Operation">What is done with the values.</param>
/// <param name="Child">The object whose records are summarized.</param>
/// <param name="Reference">Its field that leads to the record with the summary.</param>
/// <param name="Field">Its field that is summarized; null where the records are counted.</param>
/// <param name="Filters">Conditions that a summarized record meets, all of them.</param>
internal sealed record RollUp(
    RollUpOperation Operation, string Child, string Reference, string? Field, IReadOnlyList<FilterItem> Filters)
{
    /// <summary>Where it stands, for messages.</summary>
    public required string Location { get; init; }
}
