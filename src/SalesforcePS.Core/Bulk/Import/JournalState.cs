namespace SalesforcePS.Core.Bulk.Import;

/// <summary>What a journal tells of the runs before.</summary>
internal sealed class JournalState
{
    public JournalHeader? Header { get; private set; }

    public List<Segment> Segments { get; } = [];

    public List<JournalJob> Jobs { get; } = [];

    public JournalCheckpoint? Checkpoint { get; private set; }

    public bool IsComplete { get; private set; }

    public void Add(JournalLine line)
    {
        Header ??= line.Import;
        if (line.Segment is { } segment)
            Segments.Add(segment);
        if (line.Job is { } job)
            Jobs.Add(job);
        if (line.Void is { } stopped)
            Jobs.Remove(stopped);
        Checkpoint = line.Written ?? Checkpoint;
        IsComplete |= line.Complete ?? false;
    }

    /// <summary>The result files are not there any more: they are written anew, from the results of the jobs.</summary>
    public void ForgetCheckpoint() => Checkpoint = null;

    public IReadOnlyList<string> JobsOf(int segment) => [.. Jobs.Where(job => job.Segment == segment).Select(job => job.Id)];
}
