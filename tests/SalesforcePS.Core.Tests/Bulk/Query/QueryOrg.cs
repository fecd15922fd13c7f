using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using SalesforcePS.Core.Query;
using SalesforcePS.Core.Tests.Support;

namespace SalesforcePS.Core.Tests.Bulk.Query;

/// <summary>An org whose query jobs give the pages that the test puts in.</summary>
internal sealed class QueryOrg
{
    public const string Job = $"{FakeOrg.Rest}/jobs/query/750000000000001AAA";
    private int polls;

    public QueryOrg(params string[] pages)
    {
        Pages = pages;
        Fake = new FakeOrg { On = Answer };
    }

    public FakeOrg Fake { get; }

    /// <summary>CSV, each with its header.</summary>
    public string[] Pages { get; }

    /// <summary>The states that the polls see, the last one for all that follow.</summary>
    public string[] States { get; init; } = ["InProgress", "JobComplete"];

    public string? ErrorMessage { get; init; }

    /// <summary>What the job says it has processed; the pages' rows without it.</summary>
    public int? Processed { get; init; }

    /// <summary>Has the first word on a page: its number from 0, and the attempt from 1.</summary>
    public Func<int, int, HttpResponseMessage?>? OnPage { get; init; }

    public IEnumerable<SentRequest> JobRequests => Fake.Requests.Where(request => request.Path.Contains("/jobs/", StringComparison.Ordinal));

    public JsonElement Created => JsonDocument.Parse(JobRequests.First(request => request.Method == HttpMethod.Post).Body).RootElement;

    public int Aborts => JobRequests.Count(request => request.Method == HttpMethod.Patch && request.Body.Contains("Aborted", StringComparison.Ordinal));

    public async Task<List<object>> ReadAsync(string soql, QueryOptions? options = null)
    {
        using var connection = await Fake.ConnectAsync();
        var rows = new List<object>();
        await foreach (var chunk in new QueryRunner(connection).ReadPagesAsync(soql, options ?? new QueryOptions { Api = QueryApi.Bulk }))
            rows.AddRange(chunk);
        return rows;
    }

    public static string Csv(string header, IEnumerable<string> rows) => $"{header}\n{string.Concat(rows.Select(row => row + "\n"))}";

    public static HttpResponseMessage Page(string csv, int? rows = null, string locator = "null")
    {
        var answer = new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(csv, Encoding.UTF8, "text/csv") };
        answer.Headers.Add("Sforce-Locator", locator);
        answer.Headers.Add("Sforce-NumberOfRecords", (rows ?? RowsOf(csv)).ToString(CultureInfo.InvariantCulture));
        return answer;
    }

    public static int RowsOf(string csv) => Math.Max(0, csv.Count(static c => c == '\n') - 1);

    private HttpResponseMessage? Answer(SentRequest request) => request switch
    {
        { Path: $"{FakeOrg.Rest}/jobs/query", Method.Method: "POST" } => Info("UploadComplete"),
        { Path: Job, Method.Method: "PATCH" } => Info("Aborted"),
        { Path: Job } => Info(States[Math.Min(polls++, States.Length - 1)]),
        { Path: $"{Job}/resultPages" } => Answers.Json(JsonSerializer.Serialize(new
        {
            resultPages = Enumerable.Range(0, Pages.Length).Select(page => new { resultUrl = $"{Job}/results?locator={page}" }),
            done = true,
        })),
        { Path: $"{Job}/results" } => Page(PageOf(request.Uri.Query), request),
        _ => null,
    };

    private static int PageOf(string query)
    {
        var locator = query.TrimStart('?').Split('&').FirstOrDefault(part => part.StartsWith("locator=", StringComparison.Ordinal));
        return locator is null ? 0 : int.Parse(locator["locator=".Length..], CultureInfo.InvariantCulture);
    }

    private HttpResponseMessage Page(int page, SentRequest request)
    {
        var attempt = Fake.Requests.Count(earlier => earlier.Uri.PathAndQuery == request.Uri.PathAndQuery);
        var next = page + 1 < Pages.Length ? (page + 1).ToString(CultureInfo.InvariantCulture) : "null";
        return OnPage?.Invoke(page, attempt) ?? Page(Pages[page], locator: next);
    }

    private HttpResponseMessage Info(string state) => Answers.Json(JsonSerializer.Serialize(new
    {
        id = Job[^18..],
        operation = "query",
        @object = "Account",
        createdDate = "2026-11-22T08:00:00.000+0000",
        state,
        apiVersion = 68.0,
        jobType = "V2Query",
        numberRecordsProcessed = Processed ?? Pages.Sum(RowsOf),
        errorMessage = ErrorMessage,
    }));
}
