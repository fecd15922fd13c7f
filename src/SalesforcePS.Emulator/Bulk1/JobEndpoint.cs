using SalesforcePS.Emulator.Bulk;
using SalesforcePS.Emulator.Http;
using SalesforcePS.Emulator.Org;

namespace SalesforcePS.Emulator.Bulk1;

/// <summary>/job and /job/{id}.</summary>
internal sealed class JobEndpoint(EmulatedOrg org)
{
    private const string LineEndingHeader = "Sforce-Line-Ending";

    private readonly JobFactory factory = new(org.Schema);

    public async Task CreateAsync(HttpContext context, Bulk1Call call)
    {
        using var body = await ReadAsync(context);
        var chunking = context.Request.Headers[PkChunking.HeaderName].ToString();
        var job = factory.Create(JobRequestReader.Read(body, call.Format), call.Version, call.User) with
        {
            PkChunking = PkChunking.Parse(chunking) is null ? null : chunking,
            RequestedLineEnding = ReadLineEnding(context.Request),
        };
        await WriteAsync(context, call, org.Bulk.Jobs.Add(job), StatusCodes.Status201Created);
    }

    public Task GetAsync(HttpContext context, Bulk1Call call) => WriteAsync(context, call, RouteJob.Find(context, call, org.Bulk.Jobs));

    public async Task ChangeAsync(HttpContext context, Bulk1Call call)
    {
        var requestFormat = call.Format;
        var job = RouteJob.Find(context, call, org.Bulk.Jobs);
        using var body = await ReadAsync(context);
        var request = JobRequestReader.Read(body, requestFormat);
        var state = Enum.Parse<BulkJobState>(request.OneOf("state", nameof(BulkJobState.Closed), nameof(BulkJobState.Aborted)) ?? throw AsyncErrors.MissingMember("state"));
        if (job.CreatedById != call.User.UserId)
            throw AsyncErrors.JobIsSomeoneElses();
        await WriteAsync(context, call, org.Bulk1.Batches.ChangeState(job.Id, state));
    }

    private Task WriteAsync(HttpContext context, Bulk1Call call, BulkJob job, int status = StatusCodes.Status200OK) =>
        AsyncAnswer.ElementAsync(context, call.Format, InfoElements.Job(job, org.Bulk.Jobs.Batches(job.Id)), status);

    private static LineEnding? ReadLineEnding(HttpRequest request)
    {
        var text = request.Headers[LineEndingHeader].ToString();
        if (text.Length == 0)
            return null;
        return Enum.TryParse<LineEnding>(text, ignoreCase: true, out var ending) ? ending : throw AsyncErrors.UnknownValue(LineEndingHeader, text);
    }

    private static async Task<PooledStream> ReadAsync(HttpContext context) =>
        await RequestBody.ReadAsync(context) ?? throw AsyncErrors.UnsupportedEncoding(context.Request.Headers.ContentEncoding.ToString());
}
