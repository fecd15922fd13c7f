using SalesforcePS.Emulator.Bulk;
using SalesforcePS.Emulator.Http;
using SalesforcePS.Emulator.Org;

namespace SalesforcePS.Emulator.Bulk1;

/// <summary>/job/{id}/batch/{id}/result and, of queries, the result files behind it.</summary>
internal sealed class ResultEndpoint(EmulatedOrg org)
{
    public Task GetAsync(HttpContext context, Bulk1Call call)
    {
        var (job, batch) = FindCompleted(context, call);
        if (job.IsQuery)
            return ListFilesAsync(context, call, batch);
        var results = org.Bulk.Outcomes.Read(batch.Id);
        return AsyncContentType.Find(job.ContentType)!.Records == AsyncContentType.Csv
            ? WriteCsvAsync(context, results)
            : AsyncAnswer.WriteAsync(
                context,
                call.Format,
                BatchResultWriter.Root,
                writer => BatchResultWriter.Write(writer, results),
                writer => BatchResultWriter.Write(writer, results));
    }

    public async Task GetFileAsync(HttpContext context, Bulk1Call call)
    {
        var (job, batch) = FindCompleted(context, call);
        var id = RouteJob.Segment(context, "result");
        if (!job.IsQuery || !BatchQuery.IsResultOf(batch, id))
            throw AsyncErrors.UnknownResult(id);
        using var body = new PooledStream();
        foreach (var piece in org.Bulk1.Query.ReadResult(job, batch))
            body.Write(piece.Span);
        await ResponseSender.SendAsync(context, StatusCodes.Status200OK, AsyncContentType.Find(job.ContentType)!.Records.MediaType, body);
    }

    private (BulkJob Job, BulkBatch Batch) FindCompleted(HttpContext context, Bulk1Call call)
    {
        var job = RouteJob.Find(context, call, org.Bulk.Jobs);
        var batch = RouteJob.FindBatch(context, job, org.Bulk.Jobs);
        return batch.State == BulkBatchState.Completed ? (job, batch) : throw AsyncErrors.NotProcessed();
    }

    private static Task ListFilesAsync(HttpContext context, Bulk1Call call, BulkBatch batch) => AsyncAnswer.WriteAsync(
        context,
        call.Format,
        "result-list",
        writer => writer.WriteElementString("result", AsyncXml.Namespace, BatchQuery.ResultId(batch)),
        writer =>
        {
            writer.WriteStartArray();
            writer.WriteStringValue(BatchQuery.ResultId(batch));
            writer.WriteEndArray();
        });

    private static async Task WriteCsvAsync(HttpContext context, IEnumerable<Records.SaveResult> results)
    {
        using var body = new PooledStream();
        CsvResultWriter.Write(body, results);
        await ResponseSender.SendAsync(context, StatusCodes.Status200OK, AsyncContentType.Csv.MediaType, body);
    }
}
