using System.Net;
using System.Text;
using System.Xml.Linq;
using SalesforcePS.Emulator.Hosting;

namespace SalesforcePS.Emulator.Tests.Bulk1;

/// <summary>Speaks Bulk API 1.0 with an emulator of its own.</summary>
internal sealed class AsyncClient(EmulatorServer server) : IAsyncDisposable
{
    public static readonly XNamespace Dataload = "http://www.force.com/2009/06/asyncapi/dataload";

    public EmulatorServer Server => server;

    public static async Task<AsyncClient> StartAsync(EmulatorOptions? options = null, TimeProvider? clock = null) =>
        new(await EmulatorServer.StartAsync((options ?? new EmulatorOptions()) with { BulkDelay = 0 }, clock));

    public async Task<AsyncResponse> SendAsync(
        HttpMethod method, string path, object? body = null, string? contentType = "application/xml", string version = "68.0", params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, $"/services/async/{version}/{path}");
        request.Headers.Add("X-SFDC-Session", server.SessionId);
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        if (body is not null)
            request.Content = new ByteArrayContent(body as byte[] ?? Encoding.UTF8.GetBytes((string)body));
        if (contentType is not null && body is not null)
            request.Content!.Headers.TryAddWithoutValidation("Content-Type", contentType);
        using var response = await server.Client.SendAsync(request);
        return new AsyncResponse(response.StatusCode, response.Content.Headers.ContentType?.ToString(), await response.Content.ReadAsByteArrayAsync());
    }

    public Task<AsyncResponse> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<AsyncResponse> PostJobAsync(string members, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, "job", $"<jobInfo xmlns=\"{Dataload}\">{members}</jobInfo>", headers: headers);

    public async Task<string> CreateJobAsync(string operation, string type, string contentType = "CSV", string? externalId = null, params (string Name, string Value)[] headers)
    {
        var key = externalId is null ? "" : $"<externalIdFieldName>{externalId}</externalIdFieldName>";
        var answer = await PostJobAsync(
            $"<operation>{operation}</operation><object>{type}</object>{key}<contentType>{contentType}</contentType>", headers);
        return answer.Status == HttpStatusCode.Created ? answer.Value("id") : throw new InvalidOperationException(answer.Text);
    }

    public Task<AsyncResponse> AddAsync(string job, object content, string contentType = "text/csv") =>
        SendAsync(HttpMethod.Post, $"job/{job}/batch", content, contentType);

    public Task<AsyncResponse> ChangeAsync(string job, string state) =>
        SendAsync(HttpMethod.Post, $"job/{job}", $"<jobInfo xmlns=\"{Dataload}\"><state>{state}</state></jobInfo>");

    /// <summary>Adds the batch and asks until it has come to its end; gives its path.</summary>
    public async Task<string> RunAsync(string job, object content, string contentType = "text/csv", string state = "Completed")
    {
        var added = await AddAsync(job, content, contentType);
        if (added.Status != HttpStatusCode.Created)
            throw new InvalidOperationException(added.Text);
        var path = $"job/{job}/batch/{added.Value("id")}";
        await WaitAsync(path, state);
        return path;
    }

    public async Task<AsyncResponse> WaitAsync(string batch, string state)
    {
        while (true)
        {
            var info = await GetAsync(batch);
            var current = info.Value("state");
            if (current == state)
                return info;
            if (current is not ("Queued" or "InProgress"))
                throw new InvalidOperationException(info.Text);
        }
    }

    public async Task<string> ResultAsync(string job, string content)
    {
        var batch = await RunAsync(job, content);
        return (await GetAsync($"{batch}/result")).Text;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
