using System.Xml.Linq;
using SalesforcePS.Core.Bulk.Classic;
using SalesforcePS.Core.Tests.Support;
using SalesforcePS.Core.Writing;

namespace SalesforcePS.Core.Tests.Bulk.Classic;

/// <summary>An org that works on Bulk 1.0 jobs: takes every record, unless the test says otherwise.</summary>
internal sealed class ClassicOrg
{
    private const string Jobs = "/services/async/68.0/job";
    private readonly object gate = new();
    private readonly List<ClassicTestJob> all = [];
    private int lastId;

    public ClassicOrg(FakeTime? time = null) => Fake = new FakeOrg
    {
        Time = time ?? new FakeTime(),
        On = request => request.Path.StartsWith(Jobs, StringComparison.Ordinal) ? Before?.Invoke(request) ?? Take(request) : null,
    };

    public FakeOrg Fake { get; }

    /// <summary>Answers a request of a job; null lets the org do so.</summary>
    public Func<SentRequest, HttpResponseMessage?>? Before { get; set; }

    /// <summary>The row of results for one record; null takes it.</summary>
    public Func<IReadOnlyDictionary<string, string>, string?>? Result { get; set; }

    /// <summary>Changes a batch that has just come.</summary>
    public Action<ClassicTestBatch>? Arrived { get; set; }

    /// <summary>The result of each batch of a query.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>How often a new batch is told as queued; the answer that it has come is one of these.</summary>
    public int Polls { get; init; } = 1;

    public IReadOnlyList<ClassicTestJob> AllJobs => all;

    public IReadOnlyList<ClassicTestBatch> Batches => [.. all.SelectMany(job => job.Batches)];

    public static bool IsBatchPost(SentRequest request) => request.Method == HttpMethod.Post && request.Path.EndsWith("/batch", StringComparison.Ordinal);

    public static HttpResponseMessage Error(string code, string message, int status = 400) => ApplicationXml(
        $"""<?xml version="1.0" encoding="UTF-8"?><error xmlns="http://www.force.com/2009/06/asyncapi/dataload"><exceptionCode>{code}</exceptionCode><exceptionMessage>{message}</exceptionMessage></error>""",
        status);

    public async Task<List<RecordOutcome>> WriteAsync(WriteOptions options, params InputRecord[] records)
    {
        using var connection = await Fake.ConnectAsync();
        return await new Bulk1RecordWriter(connection, options).WriteAsync(records.ToAsync()).ToListAsync();
    }

    /// <summary>The first batch arrives, and its answer does not.</summary>
    public void LoseAnswerOfFirstBatch()
    {
        var isLost = false;
        Before = request =>
        {
            if (isLost || !IsBatchPost(request))
                return null;
            isLost = true;
            Take(request).Dispose();
            throw Answers.ConnectionLost();
        };
    }

    /// <summary>What the org does and answers when a request reaches it.</summary>
    public HttpResponseMessage Take(SentRequest request)
    {
        lock (gate)
        {
            var parts = request.Path[Jobs.Length..].Split('/', StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length == 0)
            {
                all.Add(new ClassicTestJob($"750{++lastId:D12}AAA", request));
                return ApplicationXml(all[^1].ToXml(), 201);
            }
            var job = all.Single(job => job.Id == parts[0]);
            return parts switch
            {
                [_] => SetState(job, request),
                [_, _] when request.Method == HttpMethod.Post => AddBatch(job, request),
                [_, _] => ApplicationXml($"""<batchInfoList xmlns="http://www.force.com/2009/06/asyncapi/dataload">{string.Concat(job.Batches.Select(batch => batch.ToXml()))}</batchInfoList>"""),
                [_, _, var id, _] when job.IsQuery => ApplicationXml($"""<result-list xmlns="http://www.force.com/2009/06/asyncapi/dataload"><result>752{id[3..]}</result></result-list>"""),
                [_, _, var id, ..] => Csv(job.Batches.Single(batch => batch.Id == id).Results),
                _ => throw new InvalidOperationException(request.Path),
            };
        }
    }

    private static HttpResponseMessage SetState(ClassicTestJob job, SentRequest request)
    {
        if (request.Method == HttpMethod.Post)
        {
            if (job.State != "Open")
                return Error("InvalidJobState", $"{job.State} Job");
            job.State = XElement.Parse(request.Body).Value;
        }
        return ApplicationXml(job.ToXml());
    }

    private HttpResponseMessage AddBatch(ClassicTestJob job, SentRequest request)
    {
        if (job.State != "Open")
            return Error("InvalidJobState", $"{job.State} Job");
        var batch = NewBatch(job, request.Body);
        if (job.IsQuery)
        {
            Answer(job, batch);
            return ApplicationXml(batch.ToXml(), 201);
        }
        batch.Processed = batch.Rows.Count;
        batch.Results = "\"Id\",\"Success\",\"Created\",\"Error\"\n" + string.Concat(batch.Rows.Select(row => (Result?.Invoke(row) ?? Saved(job, row)) + "\n"));
        Arrived?.Invoke(batch);
        return ApplicationXml(batch.ToXml(), 201);
    }

    /// <summary>A query that is split has one batch for each file; the one that was sent is not processed itself.</summary>
    private void Answer(ClassicTestJob job, ClassicTestBatch sent)
    {
        sent.State = job.IsSplit ? "NotProcessed" : "Completed";
        foreach (var file in Files)
        {
            var batch = job.IsSplit ? NewBatch(job, sent.Body) : sent;
            batch.Results = file;
            batch.Processed = file.StartsWith("Records not found", StringComparison.Ordinal) ? 0 : file.TrimEnd('\n').Split('\n').Length - 1;
            Arrived?.Invoke(batch);
        }
    }

    private ClassicTestBatch NewBatch(ClassicTestJob job, string body)
    {
        var batch = new ClassicTestBatch(job.Id, $"751{++lastId:D12}AAA", body) { PollsLeft = Polls };
        job.Batches.Add(batch);
        return batch;
    }

    private string Saved(ClassicTestJob job, IReadOnlyDictionary<string, string> row) =>
        $"\"{row.GetValueOrDefault("Id") ?? $"001{++lastId:D12}AAA"}\",\"true\",\"{(job.Operation == "insert" ? "true" : "false")}\",\"\"";

    private static HttpResponseMessage ApplicationXml(string body, int status = 200)
    {
        var answer = Answers.Xml(body, status);
        answer.Content.Headers.ContentType = new("application/xml");
        return answer;
    }

    private static HttpResponseMessage Csv(string body)
    {
        var answer = Answers.Json(body);
        answer.Content.Headers.ContentType = new("text/csv");
        return answer;
    }
}
