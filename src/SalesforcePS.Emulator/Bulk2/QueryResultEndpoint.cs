using System.Globalization;
using SalesforcePS.Emulator.Bulk;
using SalesforcePS.Emulator.Http;
using SalesforcePS.Emulator.Org;
using SalesforcePS.Emulator.Rest;

namespace SalesforcePS.Emulator.Bulk2;

/// <summary>The results of a query job, page after page or by the addresses of the pages.</summary>
internal sealed class QueryResultEndpoint(EmulatedOrg org)
{
    private const int FirstVersionWithPages = 58;

    /// <summary>Addresses in one answer (Bulk API 2.0 guide, get parallel results for a query job).</summary>
    private const int PagesAtOnce = 5;

    private readonly JobAccess access = new(org.Bulk.Jobs);

    public Task PageAsync(HttpContext context)
    {
        var job = FindComplete(context);
        var total = org.Bulk.Results.Count(job.Id);
        var first = ReadLocator(context.Request, total);
        var count = Math.Min(ReadPageSize(context.Request), total - first);
        var next = first + count;
        context.Response.Headers["Sforce-Locator"] = next < total ? ResultLocator.Of(next) : "null";
        context.Response.Headers["Sforce-NumberOfRecords"] = count.ToString(CultureInfo.InvariantCulture);
        return CsvResponse.WriteAsync(context, org.Bulk.Results.Read(job.Id, first, count));
    }

    public Task PagesAsync(HttpContext context)
    {
        var call = RestCall.Of(context);
        if (call.Version < FirstVersionWithPages)
            throw RestError.NotFound();
        var job = FindComplete(context);
        var total = org.Bulk.Results.Count(job.Id);
        var first = ReadLocator(context.Request, total);
        var size = ReadPageSize(context.Request);
        var root = $"{call.Root}/jobs/query/{job.Id}";
        var end = first + (PagesAtOnce * size);
        return JsonResponse.WriteAsync(context, StatusCodes.Status200OK, writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("resultPages");
            for (var row = first; row < Math.Min(end, Math.Max(total, 1)); row += size)
            {
                writer.WriteStartObject();
                writer.WriteString("resultUrl", $"{root}/results?locator={ResultLocator.Of(row)}&maxRecords={size}");
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            if (end < total)
                writer.WriteString("nextRecordsUrl", $"{root}/resultPages?locator={ResultLocator.Of(end)}&maxRecords={size}");
            writer.WriteBoolean("done", end >= total);
            writer.WriteEndObject();
        });
    }

    private BulkJob FindComplete(HttpContext context)
    {
        var job = access.Find(context, BulkJobType.V2Query);
        if (job.ApiVersion != RestCall.Of(context).Version)
            throw BulkErrors.OtherVersion(job);
        return job.State == BulkJobState.JobComplete
            ? job
            : throw BulkErrors.InvalidState($"The job {job.Id} has no results in the state {job.State}.");
    }

    private static long ReadLocator(HttpRequest request, long total)
    {
        var text = request.Query["locator"].ToString();
        if (text.Length == 0)
            return 0;
        return ResultLocator.Read(text) is { } row && row >= 0 && (row < total || row == 0)
            ? row
            : throw new ApiException("INVALID_QUERY_LOCATOR", $"invalid query locator: {text}");
    }

    private long ReadPageSize(HttpRequest request)
    {
        var text = request.Query["maxRecords"].ToString();
        if (text.Length == 0)
            return org.Bulk.Settings.ResultPageSize;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size > 0
            ? size
            : throw BulkErrors.InvalidJob($"maxRecords must be a positive number, not '{text}'.");
    }
}
