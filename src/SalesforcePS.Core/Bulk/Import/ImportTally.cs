namespace SalesforcePS.Core.Bulk.Import;

/// <summary>Rows by outcome.</summary>
/// <param name="Succeeded">Rows in the success file.</param>
/// <param name="Created">Those of them that made a new record.</param>
/// <param name="Failed">Rows that were refused or not sent.</param>
/// <param name="Unknown">Rows that were sent and of which nobody knows.</param>
public sealed record ImportTally(long Succeeded, long Created, long Failed, long Unknown)
{
    public static ImportTally None { get; } = new(0, 0, 0, 0);

    public long Total => Succeeded + Failed + Unknown;

    internal ImportTally Add(SegmentOutcomes outcomes) => new(
        Succeeded + outcomes.CountOf(RowState.Updated) + outcomes.CountOf(RowState.Created),
        Created + outcomes.CountOf(RowState.Created),
        Failed + outcomes.CountOf(RowState.Failed),
        Unknown + outcomes.CountOf(RowState.Unknown));
}
