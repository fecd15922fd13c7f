using System.Runtime.CompilerServices;
using System.Text;
using SalesforcePS.Core.Errors;

namespace SalesforcePS.Core.Bulk.Ingest;

/// <summary>Gives each input of a finished job its one result, and accounts for every one of them.</summary>
internal sealed class ResultMatcher(IngestBatch batch, BulkJob job, IRowResults results)
{
    private readonly bool[] answered = new bool[batch.Count];
    private readonly List<int> ofThisFile = [];
    private int strangersBefore;

    /// <summary>Result rows that were found among the inputs.</summary>
    public int Matched { get; private set; }

    /// <summary>Result rows of records that were not sent.</summary>
    public int Strangers { get; private set; }

    /// <summary>Called before a result file is read, also when it is read again because it broke off: then its rows are given back.</summary>
    public void BeginFile()
    {
        for (var last = ofThisFile.Count - 1; last >= 0; last--)
        {
            batch.Rows.Return(ofThisFile[last]);
            answered[ofThisFile[last]] = false;
        }
        Matched -= ofThisFile.Count;
        Strangers = strangersBefore;
        ofThisFile.Clear();
    }

    /// <summary>Called when a result file was read to its end.</summary>
    public void EndFile()
    {
        strangersBefore = Strangers;
        ofThisFile.Clear();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Succeed(UInt128 row, ReadOnlySpan<byte> id, ReadOnlySpan<byte> created)
    {
        if (TryMatch(row, out var index))
            results.Succeed(index, id, created.SequenceEqual("true"u8));
    }

    public void Fail(UInt128 row, ReadOnlySpan<byte> id, ReadOnlySpan<byte> error)
    {
        if (TryMatch(row, out var index))
            results.Fail(index, id, BulkErrorText.Parse(Encoding.UTF8.GetString(error)));
    }

    public void LeaveUnprocessed(UInt128 row)
    {
        if (TryMatch(row, out var index))
            results.Fail(index, [], NotProcessed());
    }

    /// <summary>
    /// The inputs that no result names. A job that failed before its first row says why for all of them; otherwise nobody knows, and
    /// nothing is guessed.
    /// </summary>
    public void FailRest()
    {
        for (var index = 0; index < answered.Length; index++)
        {
            if (!answered[index])
                results.Fail(index, [], job is { State: "Failed", RecordsProcessed: 0 } && Strangers == 0 ? JobFailed() : Unknown());
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryMatch(UInt128 row, out int index)
    {
        if (!batch.Rows.TryTake(row, out index))
        {
            Strangers++;
            return false;
        }
        answered[index] = true;
        ofThisFile.Add(index);
        Matched++;
        return true;
    }

    private RecordException JobFailed() => BulkErrorText.ParseJob(job.ErrorMessage ?? "", batch.Columns);

    private RecordException NotProcessed() => RecordException.From(
        "NOT_PROCESSED", $"Job {job.Id} ended ({job.State}) before it came to this record: {job.ErrorMessage ?? "it was stopped"}. It can be sent again.");

    private OutcomeUnknownException Unknown() => new(
        $"Job {job.Id} ({job.State}) has no result for this record, and {Strangers} results for records that were not sent. Look it up before you send it again.");
}
