using SalesforcePS.Emulator.Bulk;
using SalesforcePS.Emulator.Http;
using SalesforcePS.Emulator.Org;

namespace SalesforcePS.Emulator.Bulk2;

/// <summary>The rows of an ended job, by what became of them.</summary>
internal sealed class IngestResultEndpoint(EmulatedOrg org)
{
    private readonly JobAccess access = new(org.Bulk.Jobs);

    public Task SuccessfulAsync(HttpContext context) => WriteAsync(context, IngestResults.Successful);

    public Task FailedAsync(HttpContext context) => WriteAsync(context, IngestResults.Failed);

    public Task UnprocessedAsync(HttpContext context) => WriteAsync(context, IngestResults.Unprocessed);

    private async Task WriteAsync(HttpContext context, Func<IngestResults, IEnumerable<ReadOnlyMemory<byte>>> select)
    {
        var job = access.Find(context, BulkJobType.V2Ingest);
        if (!JobAccess.IsEnded(job))
            throw BulkErrors.InvalidState($"The job {job.Id} has no results in the state {job.State}.");
        using var results = new IngestResults(org.Bulk, job);
        await CsvResponse.WriteAsync(context, select(results));
    }
}
