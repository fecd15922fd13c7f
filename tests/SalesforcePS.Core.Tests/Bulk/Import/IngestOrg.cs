using System.Text.Json;
using SalesforcePS.Core.Bulk.Import;
using SalesforcePS.Core.Tests.Support;

namespace SalesforcePS.Core.Tests.Bulk.Import;

/// <summary>An org that takes accounts through Bulk 2.0 and counts how often each was written; one named "bad" is refused.</summary>
internal sealed class IngestOrg
{
    private readonly object gate = new();
    private readonly Dictionary<string, IngestJob> jobs = [];
    private int lastId;
    private int requests;

    public IngestOrg() => Fake = new FakeOrg { On = Answer };

    public FakeOrg Fake { get; }

    /// <summary>The number of the bulk request at which the process dies; 0 for never.</summary>
    public int KillAt { get; set; }

    /// <summary>True where the org gets the request at which the process dies.</summary>
    public bool KillAfterwards { get; set; }

    /// <summary>Rows that a job works on before somebody asks for it; all without it.</summary>
    public int? RowsBeforePoll { get; set; }

    public Action? Polled { get; set; }

    /// <summary>The result file that lacks its last row and breaks off when it is read for the first time; null for none.</summary>
    public string? BreaksOff { get; set; }

    public IReadOnlyDictionary<string, IngestJob> Jobs => jobs;

    /// <summary>The names that were written, each as often as it was.</summary>
    public List<string> Written { get; } = [];

    public Dictionary<string, string> IdOf { get; } = [];

    public int Requests => requests;

    public async Task<ImportResult> ImportAsync(ImportOptions options, CancellationToken cancellation = default)
    {
        requests = 0;
        using var connection = await Fake.ConnectAsync(cancellation: cancellation);
        using var import = await CsvImport.PrepareAsync(connection, options, cancellation);
        return await import.RunAsync(cancellation);
    }

    private HttpResponseMessage? Answer(SentRequest request)
    {
        if (!request.Path.Contains("/jobs/ingest", StringComparison.Ordinal))
            return null;
        lock (gate)
        {
            requests++;
            var isKilled = KillAt > 0 && requests >= KillAt;
            if (isKilled && !(KillAfterwards && requests == KillAt))
                throw new ProcessKilledException();
            var answer = Carry(request);
            return isKilled ? throw new ProcessKilledException() : answer;
        }
    }

    private HttpResponseMessage Carry(SentRequest request)
    {
        var parts = request.Path[FakeOrg.Rest.Length..].Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 2)
            return Create(request);
        if (!jobs.TryGetValue(parts[2], out var job))
            return Answers.Error(404, "NOT_FOUND", "The requested resource does not exist");
        if (parts.Length == 4 && request.Method == HttpMethod.Get)
            return Results(job, parts[3]);
        if (request.Method == HttpMethod.Put)
            job.Upload(request.Body);
        else if (request.Method == HttpMethod.Patch)
            Change(job, request.Body.Contains("Aborted", StringComparison.Ordinal));
        else
            Polled?.Invoke();
        return Answers.Json(job.Json(withCounts: request.Method == HttpMethod.Get));
    }

    private HttpResponseMessage Results(IngestJob job, string file)
    {
        var csv = job.Results(file);
        if (file != BreaksOff)
            return new HttpResponseMessage { Content = new StringContent(csv) };
        BreaksOff = null;
        return Answers.BrokenOff(csv[..(csv.LastIndexOf('\n', csv.Length - 2) + 1)], "text/csv");
    }

    private HttpResponseMessage Create(SentRequest request)
    {
        using var settings = JsonDocument.Parse(request.Body);
        var job = new IngestJob($"750{jobs.Count + 1:D15}", settings.RootElement.GetProperty("operation").GetString()!);
        jobs.Add(job.Id, job);
        return Answers.Json(job.Json(withCounts: false));
    }

    private void Change(IngestJob job, bool isAborted)
    {
        if (isAborted)
        {
            job.State = "Aborted";
            return;
        }
        for (var rows = RowsBeforePoll ?? int.MaxValue; rows > 0 && job.Waiting.TryDequeue(out var row); rows--)
            Write(job, row);
        job.State = job.Waiting.Count == 0 ? "JobComplete" : "InProgress";
    }

    private void Write(IngestJob job, string[] row)
    {
        var name = row[Array.IndexOf(job.Columns, "Name")];
        if (name == "bad")
        {
            job.Failures.Add(IngestJob.Line(["", "STRING_TOO_LONG:too long:Name --", .. row]));
            return;
        }
        var id = $"001{++lastId:D15}";
        Written.Add(name);
        IdOf[name] = id;
        job.Successes.Add(IngestJob.Line([id, "true", .. row]));
    }
}
