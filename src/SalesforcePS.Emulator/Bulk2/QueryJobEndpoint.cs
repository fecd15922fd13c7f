using SalesforcePS.Emulator.Bulk;
using SalesforcePS.Emulator.Http;
using SalesforcePS.Emulator.Org;
using SalesforcePS.Emulator.Rest;

namespace SalesforcePS.Emulator.Bulk2;

/// <summary>/jobs/query and /jobs/query/id.</summary>
internal sealed class QueryJobEndpoint(EmulatedOrg org)
{
    private static readonly string[] Members = ["operation", "query", "contentType", "columnDelimiter", "lineEnding"];

    private readonly JobAccess access = new(org.Bulk.Jobs);
    private readonly JobList list = new(org.Bulk.Jobs);

    public async Task CreateAsync(HttpContext context)
    {
        using var body = await RestBody.ReadAsync(context);
        var job = org.Bulk.Jobs.Add(Read(new JobRequest(body.Root, Members), RestCall.Of(context)));
        org.Bulk2.Query.Start(job.Id);
        await WriteAsync(context, job);
    }

    public Task ListAsync(HttpContext context) => list.WriteAsync(context, BulkJobType.V2Query, "jobs/query");

    public Task GetAsync(HttpContext context)
    {
        var job = access.Find(context, BulkJobType.V2Query);
        return JsonResponse.WriteAsync(context, StatusCodes.Status200OK, writer => JobJson.WriteDetails(writer, job));
    }

    public async Task AbortAsync(HttpContext context)
    {
        var job = access.Find(context, BulkJobType.V2Query);
        if (await JobAccess.ReadStateAsync(context) != BulkJobState.Aborted)
            throw BulkErrors.InvalidState("A query job can only be aborted.");
        await WriteAsync(context, access.Abort(job));
    }

    public Task DeleteAsync(HttpContext context)
    {
        access.Delete(access.Find(context, BulkJobType.V2Query));
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private BulkJob Read(JobRequest request, RestCall call)
    {
        var operation = request.Operation(operation => operation is BulkOperation.Query or BulkOperation.QueryAll);
        request.RequireCsv();
        var soql = request.Required("query");
        var query = org.Bulk.Queries.Prepare(call.User, soql, operation == BulkOperation.QueryAll);
        return new BulkJob
        {
            JobType = BulkJobType.V2Query,
            Operation = operation,
            Object = query.Query.Type.Name,
            ApiVersion = call.Version,
            CreatedById = call.User.UserId,
            State = BulkJobState.UploadComplete,
            ColumnDelimiter = request.ColumnDelimiter(),
            LineEnding = request.LineEnding(),
            Query = soql,
        };
    }

    private static Task WriteAsync(HttpContext context, BulkJob job) =>
        JsonResponse.WriteAsync(context, StatusCodes.Status200OK, writer => JobJson.Write(writer, job));
}
