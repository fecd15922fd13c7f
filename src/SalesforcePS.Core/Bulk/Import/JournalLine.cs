namespace SalesforcePS.Core.Bulk.Import;

/// <summary>A line of a journal; one of the properties is set.</summary>
internal sealed record JournalLine
{
    /// <summary>The first line: what is imported.</summary>
    public JournalHeader? Import { get; init; }

    /// <summary>A segment that may be sent from now on.</summary>
    public Segment? Segment { get; init; }

    /// <summary>A job that may begin from now on.</summary>
    public JournalJob? Job { get; init; }

    /// <summary>A job that was stopped before it had worked on any row: as if it had never been.</summary>
    public JournalJob? Void { get; init; }

    /// <summary>Segments whose outcomes are in the result files.</summary>
    public JournalCheckpoint? Written { get; init; }

    /// <summary>True in the last line: the result files are complete, and get their names.</summary>
    public bool? Complete { get; init; }
}
