using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using SalesforcePS.Core.Bulk.Ingest;

namespace SalesforcePS.Core.Bulk.Import;

/// <summary>Reads segments from the file and writes their rows as the upload has them. The same segment always gives the same bytes.</summary>
internal sealed class SegmentLoader(InputFile file, InputLayout layout, IReadOnlyList<UploadColumn> columns, ImportOptions options, RowCheck? check = null)
{
    private const int RowsBetweenChecks = 1024;

    private readonly ConcurrentBag<RowMultiset> idle = [];
    private readonly string[] names = [.. columns.Select(column => column.Name)];

    /// <summary>Reads the next segment: as many rows as go into one job.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public LoadedSegment LoadNext(int index, long offset, long firstRow, CancellationToken cancellation)
    {
        var limits = UploadLimits.OfJob(options.Write.RowsPerJob);
        var batch = NewBatch(limits);
        var places = new List<int>();
        var faults = new List<(int Row, string Fault)>();
        var encoder = new RowEncoder(columns, options.Write.ClearBlank);
        using var rows = new InputRows(file, layout.Delimiter, offset);
        var count = 0;
        long? next = null;
        while (rows.Read())
        {
            if (count % RowsBetweenChecks == 0)
                cancellation.ThrowIfCancellationRequested();
            var fault = FindFault(rows);
            var row = fault is null ? encoder.Encode(rows) : default;
            if (count == limits.Rows || (fault is null && count > 0 && !batch.HasRoomFor(row.Length)))
            {
                next = rows.Offset;
                break;
            }
            if (fault is not null)
                faults.Add((count, fault));
            else
                Add(batch, places, row, count);
            count++;
        }
        file.CheckUnchanged();
        return new LoadedSegment(new Segment(index, offset, firstRow, count, next), new SegmentRows(batch, places), OutcomesOf(count, faults));
    }

    /// <summary>Reads a segment that is known already.</summary>
    public LoadedSegment Load(Segment segment, CancellationToken cancellation)
    {
        var outcomes = new SegmentOutcomes(segment.Rows);
        return new LoadedSegment(segment, LoadPending(segment, outcomes, cancellation), outcomes);
    }

    /// <summary>Reads those rows of a segment that have no outcome yet.</summary>
    public SegmentRows LoadPending(Segment segment, SegmentOutcomes outcomes, CancellationToken cancellation)
    {
        var batch = NewBatch(UploadLimits.OfJob(int.MaxValue));
        var places = new List<int>();
        var encoder = new RowEncoder(columns, options.Write.ClearBlank);
        using var rows = new InputRows(file, layout.Delimiter, segment.Offset);
        for (var i = 0; i < segment.Rows && rows.Read(); i++)
        {
            if (i % RowsBetweenChecks == 0)
                cancellation.ThrowIfCancellationRequested();
            if (outcomes.StateOf(i) != RowState.Pending)
                continue;
            if (FindFault(rows) is { } fault)
                outcomes.Fail(i, [], fault);
            else
                Add(batch, places, encoder.Encode(rows), i);
        }
        file.CheckUnchanged();
        return new SegmentRows(batch, places);
    }

    /// <summary>Takes back what the rows were kept in; they have their outcomes.</summary>
    public void Recycle(SegmentRows rows)
    {
        rows.Dispose();
        rows.Batch.Rows.Clear();
        idle.Add(rows.Batch.Rows);
    }

    private string? FindFault(InputRows rows) => rows.FindFault(layout.Headers.Count) ?? check?.FindFault(rows);

    private IngestBatch NewBatch(UploadLimits limits) => new(names, limits, idle.TryTake(out var used) ? used : null);

    private static void Add(IngestBatch batch, List<int> places, ReadOnlySpan<byte> row, int place)
    {
        batch.Add(row);
        places.Add(place);
    }

    private static SegmentOutcomes OutcomesOf(int rows, List<(int Row, string Fault)> faults)
    {
        var outcomes = new SegmentOutcomes(rows);
        foreach (var (row, fault) in faults)
            outcomes.Fail(row, [], fault);
        return outcomes;
    }
}
