using Microsoft.AspNetCore.Http.Features;
using SalesforcePS.Emulator.Bulk;
using SalesforcePS.Emulator.Http;
using SalesforcePS.Emulator.Org;
using SalesforcePS.Emulator.Rest;

namespace SalesforcePS.Emulator.Bulk2;

/// <summary>PUT /jobs/ingest/id/batches: once per job, and nothing of it is looked at yet.</summary>
internal sealed class UploadEndpoint(EmulatedOrg org)
{
    private const long Largest = 150L * 1024 * 1024;

    private readonly JobAccess access = new(org.Bulk.Jobs);

    public async Task PutAsync(HttpContext context)
    {
        var job = access.Find(context, BulkJobType.V2Ingest);
        RequireOpen(job);
        context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = null;
        var body = RequestBody.Open(context) ?? throw RestBody.UnsupportedEncoding(context.Request);
        await using var content = new MeteredStream(body, RefuseTooLarge);
        await org.Bulk.Contents.SaveAsync(content, job.Id, () => Complete(job), context.RequestAborted);
        context.Response.StatusCode = StatusCodes.Status201Created;
    }

    private static void RefuseTooLarge(long length)
    {
        if (length > Largest)
            throw BulkErrors.TooLarge(Largest);
    }

    private void Complete(BulkJob job) => org.Bulk.Jobs.UpdateJob(job.Id, current =>
    {
        RequireOpen(current);
        return current with { IsUploaded = true };
    });

    private static void RequireOpen(BulkJob job)
    {
        if (job.State != BulkJobState.Open)
            throw BulkErrors.InvalidState($"The job {job.Id} takes no content in the state {job.State}.");
        if (job.IsUploaded)
            throw BulkErrors.SecondUpload(job);
    }
}
