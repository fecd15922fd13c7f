using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Http;
using SalesforcePS.Core.Sessions;

namespace SalesforcePS.Core.Bulk.Query;

/// <summary>The requests of a Bulk 2.0 query job (api-asynch "Bulk API 2.0 Query").</summary>
internal sealed class QueryJobClient(SalesforceConnection connection)
{
    public const string JobType = "V2Query";

    /// <summary>Makes a job. It reads only, so a second job does no harm where the first one's answer was lost.</summary>
    /// <param name="delimiter">COMMA, TAB and so on, as Salesforce calls them.</param>
    public async Task<BulkJob> CreateAsync(string soql, bool includeDeleted, string delimiter, CancellationToken cancellation)
    {
        var body = new Dictionary<string, string>
        {
            ["operation"] = includeDeleted ? "queryAll" : "query",
            ["query"] = soql,
            ["contentType"] = "CSV",
            ["columnDelimiter"] = delimiter,
            ["lineEnding"] = "LF",
        };
        var job = await connection.Transport.SendAsync(
            JobRequests.Create(HttpMethod.Post, $"{connection.RestPath}/jobs/query", RequestSafety.Read, () => JsonContent.Create(body)),
            JobRequests.ReadJobAsync,
            cancellation).ConfigureAwait(false);
        return job with { JobType = JobType, ApiVersion = job.ApiVersion ?? connection.ApiVersion };
    }

    public Task<BulkJob> GetAsync(BulkJob job, CancellationToken cancellation) =>
        connection.Transport.SendAsync(JobRequests.Get(PathOf(job)), JobRequests.ReadJobAsync, cancellation);

    public Task<BulkJob> AbortAsync(BulkJob job, CancellationToken cancellation) =>
        connection.Transport.SendAsync(JobRequests.SetState(PathOf(job), "Aborted", RequestSafety.Idempotent), JobRequests.ReadJobAsync, cancellation);

    /// <summary>The addresses of up to five result pages, and where there are more (from API version 58.0 on).</summary>
    public Task<(IReadOnlyList<string> Pages, string? Next)> GetResultPagesAsync(string path, CancellationToken cancellation) =>
        connection.Transport.SendAsync(
            JobRequests.Get(path),
            static (response, cancel) => JobRequests.ReadAsync(response, ReadResultPages, cancel),
            cancellation);

    public string ResultPagesPath(BulkJob job) => $"{PathOf(job)}/resultPages";

    /// <param name="locator">Null for the first page.</param>
    /// <param name="maxRecords">Rows per page; null for the org's own choice.</param>
    public string ResultsPath(BulkJob job, string? locator, int? maxRecords = null)
    {
        var query = string.Join('&', new[]
        {
            locator is null ? null : $"locator={Uri.EscapeDataString(locator)}",
            maxRecords is null ? null : $"maxRecords={maxRecords.Value.ToString(CultureInfo.InvariantCulture)}",
        }.OfType<string>());
        return query.Length == 0 ? $"{PathOf(job)}/results" : $"{PathOf(job)}/results?{query}";
    }

    /// <summary>A job answers only to the API version that it was made with; others are HTTP 409.</summary>
    private string PathOf(BulkJob job) => $"/services/data/v{job.ApiVersion ?? connection.ApiVersion}/jobs/query/{job.Id}";

    private static (IReadOnlyList<string> Pages, string? Next) ReadResultPages(JsonElement answer)
    {
        IReadOnlyList<string> pages = [.. answer.GetProperty("resultPages").EnumerateArray().Select(page => Rooted(page.GetProperty("resultUrl").GetString()!))];
        var isDone = answer.TryGetProperty("done", out var done) && done.GetBoolean();
        // The guide's table and its example do not agree on the name.
        var next = Text(answer, "nextRecordsUrl") ?? Text(answer, "nextRecordUrl");
        if (!isDone && next is null)
            throw new ProtocolException("The list of a bulk job's result pages says that there are more, but not where.");
        return (pages, isDone ? null : Rooted(next!));
    }

    private static string Rooted(string path) => path.StartsWith('/') ? path : "/" + path;

    private static string? Text(JsonElement answer, string name) =>
        answer.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
