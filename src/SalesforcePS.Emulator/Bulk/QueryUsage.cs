namespace SalesforcePS.Emulator.Bulk;

/// <summary>What query jobs of Bulk API 2.0 have taken within a day (Salesforce Limits Quick Reference, Bulk API limits).</summary>
internal sealed class QueryUsage(BulkJobStore jobs, QueryResultStore results, TimeProvider clock)
{
    private static readonly TimeSpan Period = TimeSpan.FromHours(24);

    public int Jobs => OfTheDay().Count();

    /// <summary>The results that are kept.</summary>
    public long Bytes => OfTheDay().Sum(job => results.Bytes(job.Id));

    private IEnumerable<BulkJob> OfTheDay()
    {
        var start = clock.GetUtcNow() - Period;
        return jobs.Jobs().Where(job => job.JobType == BulkJobType.V2Query && job.CreatedDate > start);
    }
}
