using SalesforcePS.Emulator.Bulk;
using SalesforcePS.Emulator.Http;
using SalesforcePS.Emulator.Org;
using SalesforcePS.Emulator.Records;

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

    public Task GetFileAsync(HttpContext context, Bulk1Call call)
    {
        var (job, batch) = FindCompleted(context, call);
        var id = RouteJob.Segment(context, "result");
        if (!job.IsQuery || !BatchQuery.IsResultOf(batch, id))
            throw AsyncErrors.UnknownResult(id);
        var contentType = AsyncContentType.Find(job.ContentType)!.Records;
        var pieces = org.Bulk1.Query.ReadResult(job, batch);
        return contentType == AsyncContentType.Csv ? CsvResponse.WriteAsync(context, pieces) : WriteAsync(context, contentType, pieces);
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

    private static async Task WriteAsync(HttpContext context, AsyncContentType contentType, IEnumerable<ReadOnlyMemory<byte>> pieces)
    {
        using var body = new PooledStream();
        foreach (var piece in pieces)
            body.Write(piece.Span);
        await ResponseSender.SendAsync(context, StatusCodes.Status200OK, contentType.MediaType, body);
    }

    private static async Task WriteCsvAsync(HttpContext context, IEnumerable<SaveResult> results)
    {
        using var body = new PooledStream();
        CsvResultWriter.Write(body, results);
        await ResponseSender.SendAsync(context, StatusCodes.Status200OK, AsyncContentType.Csv.MediaType, body);
    }
}
