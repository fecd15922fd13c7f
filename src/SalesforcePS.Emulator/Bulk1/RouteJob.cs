using SalesforcePS.Emulator.Bulk;

namespace SalesforcePS.Emulator.Bulk1;

/// <summary>The job and the batch that a path names. From there on answers have the format of the job.</summary>
internal static class RouteJob
{
    public static BulkJob Find(HttpContext context, Bulk1Call call, BulkJobStore jobs)
    {
        var id = Segment(context, "job");
        if (jobs.FindJob(id) is not { JobType: BulkJobType.Classic } job)
            throw AsyncErrors.UnknownJob(id);
        call.Format = AsyncContentType.Find(job.ContentType)!.Answers;
        return job.ApiVersion == call.Version ? job : throw AsyncErrors.WrongVersion(call.Version, job.ApiVersion);
    }

    public static BulkBatch FindBatch(HttpContext context, BulkJob job, BulkJobStore jobs)
    {
        var id = Segment(context, "batch");
        return jobs.FindBatch(id) is { } batch && batch.JobId == job.Id ? batch : throw AsyncErrors.UnknownBatch(id);
    }

    public static string Segment(HttpContext context, string name) => context.Request.RouteValues[name]?.ToString() ?? "";
}
