using System.Collections.Concurrent;

namespace SalesforcePS.Core.Bulk.Import;

/// <summary>Counts rows on their way, from any thread.</summary>
internal sealed class ImportMeter(long total)
{
    private readonly ConcurrentDictionary<string, BulkJob> jobs = new(StringComparer.Ordinal);
    private long sent;
    private long refused;
    private long finished;

    public ImportProgress Progress => new(
        total,
        Interlocked.Read(ref finished) + Interlocked.Read(ref sent) + Interlocked.Read(ref refused),
        Interlocked.Read(ref finished) + jobs.Values.Sum(job => job.RecordsProcessed ?? 0),
        Interlocked.Read(ref refused) + jobs.Values.Sum(job => job.RecordsFailed ?? 0));

    /// <summary>Counts rows that an earlier run has finished.</summary>
    public void AddFinished(long rows) => Interlocked.Add(ref finished, rows);

    public void AddSent(long rows) => Interlocked.Add(ref sent, rows);

    public void AddRefused(long rows) => Interlocked.Add(ref refused, rows);

    public void Report(BulkJob job) => jobs[job.Id] = job;
}
