using System.Net.Http.Headers;
using System.Text;
using SalesforcePS.Emulator.Hosting;
using SalesforcePS.Emulator.Tests.Support;

namespace SalesforcePS.Emulator.Tests.Bulk2;

/// <summary>What a client of Bulk API 2.0 does, in few words.</summary>
internal static class BulkClient
{
    public static Task<EmulatorServer> StartAsync(EmulatorOptions? options = null) =>
        EmulatorServer.StartAsync((options ?? new EmulatorOptions()) with { BulkDelay = 0 });

    public static async Task<RestAnswer> CreateJobAsync(this EmulatorServer server, object definition) =>
        await server.PostAsync("jobs/ingest", definition);

    public static Task<RestAnswer> UploadAsync(this EmulatorServer server, string jobId, string csv) =>
        server.UploadAsync(jobId, Encoding.UTF8.GetBytes(csv));

    public static async Task<RestAnswer> UploadAsync(this EmulatorServer server, string jobId, byte[] content, string? encoding = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/services/data/v68.0/jobs/ingest/{jobId}/batches");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", server.SessionId);
        request.Content = new ByteArrayContent(content) { Headers = { ContentType = new MediaTypeHeaderValue("text/csv") } };
        if (encoding is not null)
            request.Content.Headers.ContentEncoding.Add(encoding);
        return await server.SendAsync(request);
    }

    public static Task<RestAnswer> SetStateAsync(this EmulatorServer server, string jobId, string state, string kind = "ingest") =>
        server.PatchAsync($"jobs/{kind}/{jobId}", new { state });

    /// <summary>Asks for the job until it has come to its end.</summary>
    public static async Task<RestAnswer> EndAsync(this EmulatorServer server, string jobId, string kind = "ingest")
    {
        RestAnswer answer;
        do
            answer = await server.GetAsync($"jobs/{kind}/{jobId}");
        while (answer.State() is "UploadComplete" or "InProgress");
        return answer;
    }

    public static async Task<RestAnswer> IngestAsync(this EmulatorServer server, object definition, string csv)
    {
        var job = await server.CreateJobAsync(definition);
        await server.UploadAsync(job.Id, csv);
        await server.SetStateAsync(job.Id, "UploadComplete");
        return await server.EndAsync(job.Id);
    }

    /// <summary>Rows of "successfulResults", "failedResults" or "unprocessedrecords", the header among them.</summary>
    public static async Task<string[]> ResultsAsync(this EmulatorServer server, string jobId, string kind) =>
        Rows((await server.GetAsync($"jobs/ingest/{jobId}/{kind}")).Text);

    public static async Task<RestAnswer> QueryAsync(this EmulatorServer server, object definition)
    {
        var job = await server.PostAsync("jobs/query", definition);
        return await server.EndAsync(job.Id, "query");
    }

    public static string[] Rows(string csv) => csv.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public static string State(this RestAnswer answer) => answer.Json.GetProperty("state").GetString()!;

    public static string ErrorText(this RestAnswer answer) => answer.Json.GetProperty("errorMessage").GetString()!;

    public static int Number(this RestAnswer answer, string name) => answer.Json.GetProperty(name).GetInt32();
}
