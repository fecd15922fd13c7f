using SalesforcePS.Emulator.Bulk;
using SalesforcePS.Emulator.Http;
using SalesforcePS.Emulator.Org;
using SalesforcePS.Emulator.Rest;

namespace SalesforcePS.Emulator.Bulk2;

/// <summary>/jobs/ingest and /jobs/ingest/id.</summary>
internal sealed class IngestEndpoint(EmulatedOrg org)
{
    private readonly BulkJobStore jobs = org.Bulk.Jobs;
    private readonly JobAccess access = new(org.Bulk.Jobs);
    private readonly JobList list = new(org.Bulk.Jobs);

    public async Task CreateAsync(HttpContext context)
    {
        if (MultipartJob.IsMultipart(context.Request))
        {
            await CreateWithContentAsync(context);
            return;
        }

        using var body = await RestBody.ReadAsync(context);
        var job = jobs.Add(IngestJobRequest.Read(body.Root, RestCall.Of(context), org.Schema));
        await WriteAsync(context, job);
    }

    public Task ListAsync(HttpContext context) => list.WriteAsync(context, BulkJobType.V2Ingest, "jobs/ingest");

    public Task GetAsync(HttpContext context)
    {
        var job = access.Find(context, BulkJobType.V2Ingest);
        return JsonResponse.WriteAsync(context, StatusCodes.Status200OK, writer => JobJson.WriteDetails(writer, job));
    }

    public async Task ChangeAsync(HttpContext context)
    {
        var job = access.Find(context, BulkJobType.V2Ingest);
        if (await JobAccess.ReadStateAsync(context) == BulkJobState.Aborted)
        {
            await WriteAsync(context, access.Abort(job));
            return;
        }

        var closed = access.Close(job);
        org.Bulk2.Ingest.Start(closed.Id);
        await WriteAsync(context, closed);
    }

    public Task DeleteAsync(HttpContext context)
    {
        access.Delete(access.Find(context, BulkJobType.V2Ingest));
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private async Task CreateWithContentAsync(HttpContext context)
    {
        using var parts = await MultipartJob.ReadAsync(context);
        var job = jobs.Add(IngestJobRequest.Read(parts.Job, RestCall.Of(context), org.Schema) with { State = BulkJobState.UploadComplete, IsUploaded = true });
        org.Bulk.Contents.Save(parts.Content.Span, job.Id);
        org.Bulk2.Ingest.Start(job.Id);
        await WriteAsync(context, job);
    }

    private static Task WriteAsync(HttpContext context, BulkJob job) =>
        JsonResponse.WriteAsync(context, StatusCodes.Status200OK, writer => JobJson.Write(writer, job));
}
