using SalesforcePS.Emulator.Bulk;
using SalesforcePS.Emulator.Identity;
using SalesforcePS.Emulator.Rest;

namespace SalesforcePS.Emulator.Bulk2;

/// <summary>Finds the job of a request, and changes its state as the client asks.</summary>
internal sealed class JobAccess(BulkJobStore jobs)
{
    private static readonly string[] Members = ["state"];

    public BulkJob Find(HttpContext context, BulkJobType type)
    {
        var id = RouteTarget.Segment(context, "job");
        if (!SalesforceId.TryNormalize(id, out var full) || SalesforceId.KeyPrefix(full) != BulkJob.KeyPrefix)
            throw BulkErrors.InvalidJob($"Invalid job id: {id}");
        var job = jobs.FindJob(full) ?? throw RestError.NotFound();
        return job.JobType == type ? job : throw BulkErrors.InvalidJob($"The job {job.Id} is no {type} job.");
    }

    public static async Task<BulkJobState> ReadStateAsync(HttpContext context)
    {
        using var body = await RestBody.ReadAsync(context);
        return new JobRequest(body.Root, Members).Required("state") switch
        {
            "UploadComplete" => BulkJobState.UploadComplete,
            "Aborted" => BulkJobState.Aborted,
            var state => throw RestBody.Malformed($"Unexpected value '{state}' for state."),
        };
    }

    public BulkJob Abort(BulkJob job) => Change(job, current => IsEnded(current)
        ? throw BulkErrors.InvalidState($"Aborting already {Ending(current)} Job not allowed")
        : current with { State = BulkJobState.Aborted });

    /// <summary>Ends the upload; from here on the job is the org's.</summary>
    public BulkJob Close(BulkJob job) => Change(job, current => current.State == BulkJobState.Open
        ? current with { State = BulkJobState.UploadComplete }
        : throw BulkErrors.InvalidState($"Closing already {Ending(current)} Job not allowed"));

    public void Delete(BulkJob job)
    {
        if (job.State is BulkJobState.Open or BulkJobState.InProgress)
            throw BulkErrors.InvalidState($"A job in the state {job.State} cannot be deleted: abort it first.");
        jobs.Delete(job.Id);
    }

    public static bool IsEnded(BulkJob job) => job.State is BulkJobState.JobComplete or BulkJobState.Failed or BulkJobState.Aborted;

    private BulkJob Change(BulkJob job, Func<BulkJob, BulkJob> change) => jobs.UpdateJob(job.Id, change) ?? throw RestError.NotFound();

    private static string Ending(BulkJob job) => job.State is BulkJobState.Aborted or BulkJobState.Failed ? job.State.ToString() : "Completed";
}
