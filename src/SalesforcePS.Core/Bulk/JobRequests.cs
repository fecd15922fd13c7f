using System.Net.Http.Json;
using System.Text.Json;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Http;

namespace SalesforcePS.Core.Bulk;

/// <summary>The requests about bulk jobs, and the reading of what comes back.</summary>
internal static class JobRequests
{
    public static ApiRequest Create(HttpMethod method, string path, RequestSafety safety, Func<HttpContent>? content = null) =>
        new(ApiCallKind.Bulk, safety, token => new HttpRequestMessage(method, new Uri(token!.InstanceUri, path)) { Content = content?.Invoke() });

    public static ApiRequest Get(string path) => Create(HttpMethod.Get, path, RequestSafety.Read);

    public static ApiRequest SetState(string path, string state, RequestSafety safety) =>
        Create(HttpMethod.Patch, path, safety, () => JsonContent.Create(new Dictionary<string, string> { ["state"] = state })) with { CompletesWork = true };

    public static Task<BulkJob> ReadJobAsync(HttpResponseMessage response, CancellationToken cancellation) =>
        ReadAsync(response, BulkJob.Read, cancellation);

    /// <exception cref="ProtocolException">The answer is not what <paramref name="read"/> expects.</exception>
    public static async Task<T> ReadAsync<T>(HttpResponseMessage response, Func<JsonElement, T> read, CancellationToken cancellation)
    {
        var body = await response.Content.ReadAsByteArrayAsync(cancellation).ConfigureAwait(false);
        try
        {
            using var json = JsonDocument.Parse(body);
            return read(json.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException or KeyNotFoundException)
        {
            throw new ProtocolException($"Salesforce's answer about a bulk job could not be read: {exception.Message}", exception);
        }
    }
}
