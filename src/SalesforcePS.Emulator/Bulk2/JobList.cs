using SalesforcePS.Emulator.Bulk;
using SalesforcePS.Emulator.Http;
using SalesforcePS.Emulator.Rest;

namespace SalesforcePS.Emulator.Bulk2;

/// <summary>The lists of jobs, the newest first, a thousand at a time; jobs of Bulk API 1.0 are in both.</summary>
internal sealed class JobList(BulkJobStore jobs)
{
    private const int PageSize = 1_000;

    public Task WriteAsync(HttpContext context, BulkJobType type, string path)
    {
        var query = context.Request.Query;
        var jobType = query["jobType"].ToString();
        var last = query["queryLocator"].ToString();
        var found = jobs.Jobs().Reverse()
            .Where(job => job.JobType == type || (job.JobType == BulkJobType.Classic && job.IsQuery == (type == BulkJobType.V2Query)))
            .Where(job => jobType.Length == 0 || job.JobType.ToString() == jobType);
        // A locator names the last job of the page before.
        if (last.Length > 0)
            found = found.SkipWhile(job => job.Id != last).Skip(1);
        var page = found.Take(PageSize + 1).ToArray();
        var isDone = page.Length <= PageSize;
        return JsonResponse.WriteAsync(context, StatusCodes.Status200OK, writer =>
        {
            writer.WriteStartObject();
            writer.WriteBoolean("done", isDone);
            writer.WriteStartArray("records");
            foreach (var job in page.Take(PageSize))
                JobJson.WriteListed(writer, job);
            writer.WriteEndArray();
            writer.WriteString("nextRecordsUrl", isDone ? null : NextUrl(context, path, jobType, page[PageSize - 1].Id));
            writer.WriteEndObject();
        });
    }

    private static string NextUrl(HttpContext context, string path, string jobType, string last) =>
        $"{RestCall.Of(context).Root}/{path}?queryLocator={last}{(jobType.Length == 0 ? "" : $"&jobType={jobType}")}";
}
