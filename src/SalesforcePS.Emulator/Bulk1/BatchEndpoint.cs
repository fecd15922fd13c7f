using Microsoft.Net.Http.Headers;
using SalesforcePS.Emulator.Http;
using SalesforcePS.Emulator.Org;

namespace SalesforcePS.Emulator.Bulk1;

/// <summary>/job/{id}/batch, /job/{id}/batch/{id} and what the client sent for it.</summary>
internal sealed class BatchEndpoint(EmulatedOrg org)
{
    /// <summary>Bytes; Bulk API Developer Guide, Bulk API limits.</summary>
    private const int LargestBatch = 10_000_000;

    public async Task AddAsync(HttpContext context, Bulk1Call call)
    {
        var job = RouteJob.Find(context, call, org.Bulk.Jobs);
        var contentType = AsyncContentType.Find(job.ContentType)!;
        if (!job.IsQuery)
            RequireMatch(context.Request, contentType);
        using var body = await RequestBody.ReadAsync(context)
            ?? throw AsyncErrors.UnsupportedEncoding(context.Request.Headers.ContentEncoding.ToString());
        if (body.Length > LargestBatch)
            throw AsyncErrors.TooLarge(LargestBatch, body.Length);
        var batch = org.Bulk1.Batches.Add(job.Id, body.WrittenMemory);
        org.Bulk1.Runner.Start(job, batch);
        await AsyncAnswer.ElementAsync(context, call.Format, InfoElements.BatchOf(batch), StatusCodes.Status201Created);
    }

    public Task ListAsync(HttpContext context, Bulk1Call call)
    {
        var job = RouteJob.Find(context, call, org.Bulk.Jobs);
        IReadOnlyList<AsyncElement> elements = [.. org.Bulk.Jobs.Batches(job.Id).Select(InfoElements.BatchOf)];
        return AsyncAnswer.ListAsync(context, call.Format, "batchInfoList", InfoElements.Batch, elements);
    }

    public Task GetAsync(HttpContext context, Bulk1Call call)
    {
        var job = RouteJob.Find(context, call, org.Bulk.Jobs);
        return AsyncAnswer.ElementAsync(context, call.Format, InfoElements.BatchOf(RouteJob.FindBatch(context, job, org.Bulk.Jobs)));
    }

    public async Task RequestAsync(HttpContext context, Bulk1Call call)
    {
        var job = RouteJob.Find(context, call, org.Bulk.Jobs);
        var batch = RouteJob.FindBatch(context, job, org.Bulk.Jobs);
        using var body = new PooledStream();
        await using (var content = org.Bulk.Contents.Open(batch.Id))
            await content.CopyToAsync(body, context.RequestAborted);
        await ResponseSender.SendAsync(context, StatusCodes.Status200OK, AsyncContentType.Find(job.ContentType)!.MediaType, body);
    }

    private static void RequireMatch(HttpRequest request, AsyncContentType contentType)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var given) || !contentType.Takes(given.MediaType.ToString()))
            throw AsyncErrors.UnsupportedContentType(request.ContentType ?? "", contentType.MediaType);
        if (contentType.IsZip && request.Headers.ContentEncoding.Count > 0)
            throw AsyncErrors.UnsupportedEncoding(request.Headers.ContentEncoding.ToString());
    }
}
