using System.Net;
using SalesforcePS.Core.Bulk;
using SalesforcePS.Core.Tests.Support;

namespace SalesforcePS.Core.Tests.Bulk.Classic;

/// <summary>A Bulk 1.0 job of another tool, in an org that has no other. About a job of JSON records the org speaks JSON.</summary>
internal sealed class ForeignJob
{
    public const string Id = "750000000000001AAA";

    private const string Namespace = "xmlns=\"http://www.force.com/2009/06/asyncapi/dataload\"";

    public ForeignJob() => Org = new FakeOrg { On = Answer };

    public FakeOrg Org { get; }

    public string Operation { get; init; } = "insert";

    public string ContentType { get; init; } = "CSV";

    public string Version { get; init; } = "68.0";

    public string State { get; set; } = "Closed";

    public List<ForeignBatch> Batches { get; init; } = [];

    /// <summary>Called before each look at the batches.</summary>
    public Action? Looked { get; set; }

    private bool IsJson => ContentType.EndsWith("JSON", StringComparison.Ordinal);

    private string Path => $"/services/async/{Version}/job/{Id}";

    public async Task<BulkJob> GetAsync()
    {
        using var connection = await Org.ConnectAsync();
        return await new BulkJobs(connection).GetAsync(Id);
    }

    /// <summary>Finds the job as a cmdlet does and reads what it has.</summary>
    public async Task<List<T>> ReadAsync<T>(Func<BulkJobs, BulkJob, IAsyncEnumerable<T>> read)
    {
        using var connection = await Org.ConnectAsync();
        var jobs = new BulkJobs(connection);
        return await read(jobs, await jobs.GetAsync(Id)).ToListAsync();
    }

    private HttpResponseMessage? Answer(SentRequest request)
    {
        if (request.Path.StartsWith("/services/data/v68.0/jobs/", StringComparison.Ordinal))
            return request.Path.EndsWith(Id, StringComparison.Ordinal) ? null : Answers.Json($$"""{"done":true,"records":[{{Listed}}]}""");
        if (request.Path.StartsWith("/services/async/", StringComparison.Ordinal) && !request.Path.StartsWith(Path, StringComparison.Ordinal))
            return ClassicOrg.Error("InvalidVersion", "The version is another one");
        if (!request.Path.StartsWith(Path, StringComparison.Ordinal))
            return null;
        if (request.Method == HttpMethod.Post)
            State = request.Body.Contains("Aborted", StringComparison.Ordinal) ? "Aborted" : State;
        return request.Path[Path.Length..].Split('/', 3, StringSplitOptions.RemoveEmptyEntries) switch
        {
            [] => Text(IsJson ? Listed : $"<jobInfo {Namespace}>{Elements(JobMembers)}</jobInfo>"),
            ["batch"] => List(),
            ["batch", var batch, "request"] => Bytes(Find(batch).Request),
            ["batch", var batch, var path] => Find(batch).Answers.FirstOrDefault(answer => answer.Path == path).Body is { } body
                ? Text(body)
                : ClassicOrg.Error("InvalidBatch", "Records not processed"),
            _ => null,
        };
    }

    private (string Name, string? Value)[] JobMembers =>
    [
        ("apiVersion", Version), ("contentType", ContentType), ("createdDate", "2026-11-22T08:00:00.000Z"), ("id", Id),
        ("jobType", "Classic"), ("object", "Account"), ("operation", Operation), ("state", State), ("numberRecordsProcessed", "0"),
    ];

    private string Listed => Json(JobMembers);

    private HttpResponseMessage List()
    {
        Looked?.Invoke();
        var batches = Batches.Select((batch, index) => new (string Name, string? Value)[]
        {
            ("id", $"751{index}"), ("state", batch.State), ("stateMessage", batch.Message),
            ("numberRecordsProcessed", $"{batch.Processed}"), ("numberRecordsFailed", $"{batch.Failed}"),
        });
        return Text(IsJson
            ? $$"""{"batchInfo":[{{string.Join(',', batches.Select(Json))}}]}"""
            : $"<batchInfoList {Namespace}>{string.Concat(batches.Select(members => $"<batchInfo>{Elements(members)}</batchInfo>"))}</batchInfoList>");
    }

    private ForeignBatch Find(string id) => Batches[int.Parse(id[3..], System.Globalization.CultureInfo.InvariantCulture)];

    private static string Elements((string Name, string? Value)[] members) =>
        string.Concat(members.Where(member => member.Value is not null).Select(member => $"<{member.Name}>{member.Value}</{member.Name}>"));

    /// <summary>Numbers without quotes, and nulls, which XML leaves out.</summary>
    private static string Json((string Name, string? Value)[] members) => "{" + string.Join(',', members.Select(member =>
        $"\"{member.Name}\":{(member.Value is null ? "null" : member.Name.StartsWith("number", StringComparison.Ordinal) || member.Name == "apiVersion" ? member.Value : $"\"{member.Value}\"")}")) + "}";

    private HttpResponseMessage Text(string body)
    {
        var answer = Answers.Json(body);
        answer.Content.Headers.ContentType = new(IsJson ? "application/json" : "application/xml");
        return answer;
    }

    private static HttpResponseMessage Bytes(byte[] body) => new(HttpStatusCode.OK) { Content = new ByteArrayContent(body) };
}
