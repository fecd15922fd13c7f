using SalesforcePS.Emulator.Bulk;
using SalesforcePS.Emulator.Org;

namespace SalesforcePS.Emulator.Bulk2;

/// <summary>What works on the jobs of Bulk API 2.0 in the background.</summary>
internal sealed class Bulk2Runners
{
    private readonly EmulatedOrg org;

    public Bulk2Runners(EmulatedOrg org)
    {
        this.org = org;
        Ingest = new IngestJobRunner(org);
        Query = new QueryJobRunner(org);
        Resume();
    }

    public IngestJobRunner Ingest { get; }

    public QueryJobRunner Query { get; }

    /// <summary>Jobs that were on their way when the emulator ended go on.</summary>
    private void Resume()
    {
        foreach (var job in org.Bulk.Jobs.Jobs().Where(job => job.State is BulkJobState.UploadComplete or BulkJobState.InProgress))
        {
            if (job.JobType == BulkJobType.V2Ingest)
                Ingest.Start(job.Id);
            else if (job.JobType == BulkJobType.V2Query)
                Query.Start(job.Id);
        }
    }
}
