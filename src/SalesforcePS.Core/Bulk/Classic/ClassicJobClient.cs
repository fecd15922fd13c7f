using System.Net.Http.Headers;
using SalesforcePS.Core.Http;
using SalesforcePS.Core.Sessions;

namespace SalesforcePS.Core.Bulk.Classic;

/// <summary>The requests of a Bulk 1.0 job (api-asynch "Bulk API").</summary>
/// <param name="apiVersion">That of the jobs, which answer to no other; null for the session's.</param>
internal sealed class ClassicJobClient(SalesforceConnection connection, string? apiVersion = null)
{
    private string Jobs => $"/services/async/{apiVersion ?? connection.ApiVersion}/job";

    /// <summary>Opens a job. It is repeated as a read is: a job without batches does nothing.</summary>
    public Task<BulkJob> CreateAsync(ClassicJobSettings settings, CancellationToken cancellation) =>
        SendAsync(
            new ApiRequest(ApiCallKind.Bulk, RequestSafety.Read, token =>
            {
                var request = Message(HttpMethod.Post, Jobs, token, Xml(ClassicXml.NewJob(settings)));
                if (settings.Header is var (name, value))
                    request.Headers.Add(name, value);
                return request;
            }),
            ClassicXml.ReadJob,
            cancellation);

    /// <summary>Adds a batch, which the org may begin with at once.</summary>
    /// <exception cref="Errors.OutcomeUnknownException">The answer was lost; the job's batches say whether it arrived.</exception>
    public Task<ClassicBatch> AddBatchAsync(string jobId, Func<HttpContent> content, CancellationToken cancellation) =>
        SendAsync(Request(HttpMethod.Post, $"{Jobs}/{jobId}/batch", RequestSafety.Once, content), ClassicXml.ReadBatch, cancellation);

    /// <summary>No more batches will come; those that are there are worked on.</summary>
    public Task<BulkJob> CloseAsync(string jobId, CancellationToken cancellation) => SetStateAsync(jobId, "Closed", cancellation);

    /// <summary>Batches that have not begun will not begin.</summary>
    public Task<BulkJob> AbortAsync(string jobId, CancellationToken cancellation) => SetStateAsync(jobId, "Aborted", cancellation);

    public Task<BulkJob> GetAsync(string jobId, CancellationToken cancellation) =>
        SendAsync(FollowUp($"{Jobs}/{jobId}"), ClassicXml.ReadJob, cancellation);

    /// <summary>The job with what its batches tell: counts, and whether any is under way.</summary>
    public async Task<BulkJob> LookAsync(string jobId, CancellationToken cancellation)
    {
        var job = await GetAsync(jobId, cancellation).ConfigureAwait(false);
        return ClassicBatch.Sum(job, await ListBatchesAsync(jobId, cancellation).ConfigureAwait(false));
    }

    public Task<IReadOnlyList<ClassicBatch>> ListBatchesAsync(string jobId, CancellationToken cancellation) =>
        SendAsync(FollowUp($"{Jobs}/{jobId}/batch"), ClassicXml.ReadBatches, cancellation);

    /// <summary>The Ids of a query batch's result files.</summary>
    public Task<IReadOnlyList<string>> ListResultsAsync(string jobId, string batchId, CancellationToken cancellation) =>
        SendAsync(Request(HttpMethod.Get, ResultPath(jobId, batchId), RequestSafety.Read), ClassicXml.ReadResultList, cancellation);

    /// <summary>Asks for one of a query batch's result files.</summary>
    public ApiRequest ResultFile(string jobId, string batchId, string resultId) =>
        Request(HttpMethod.Get, $"{ResultPath(jobId, batchId)}/{resultId}", RequestSafety.Read);

    /// <summary>Reads the results of a batch that wrote. They are read again from the start if they break off.</summary>
    public Task<T> ReadResultsAsync<T>(string jobId, string batchId, Func<Stream, CancellationToken, Task<T>> read, CancellationToken cancellation) =>
        ReadAsync(ResultPath(jobId, batchId), read, cancellation);

    /// <summary>Reads what was uploaded as a batch.</summary>
    public Task<T> ReadRequestAsync<T>(string jobId, string batchId, Func<Stream, CancellationToken, Task<T>> read, CancellationToken cancellation) =>
        ReadAsync($"{Jobs}/{jobId}/batch/{batchId}/request", read, cancellation);

    private Task<T> ReadAsync<T>(string path, Func<Stream, CancellationToken, Task<T>> read, CancellationToken cancellation) =>
        connection.Transport.SendAsync(
            FollowUp(path),
            async (response, cancel) =>
            {
                var stream = await response.Content.ReadAsStreamAsync(cancel).ConfigureAwait(false);
                await using var _ = stream.ConfigureAwait(false);
                return await read(stream, cancel).ConfigureAwait(false);
            },
            cancellation);

    private string ResultPath(string jobId, string batchId) => $"{Jobs}/{jobId}/batch/{batchId}/result";

    private Task<BulkJob> SetStateAsync(string jobId, string state, CancellationToken cancellation) =>
        SendAsync(
            Request(HttpMethod.Post, $"{Jobs}/{jobId}", RequestSafety.Idempotent, () => Xml(ClassicXml.State(state))) with { CompletesWork = true },
            ClassicXml.ReadJob,
            cancellation);

    private Task<T> SendAsync<T>(ApiRequest request, Func<byte[], T> read, CancellationToken cancellation) =>
        connection.Transport.SendAsync(
            request,
            async (response, cancel) => read(await response.Content.ReadAsByteArrayAsync(cancel).ConfigureAwait(false)),
            cancellation);

    private static ApiRequest FollowUp(string path) => Request(HttpMethod.Get, path, RequestSafety.Read) with { CompletesWork = true };

    private static ApiRequest Request(HttpMethod method, string path, RequestSafety safety, Func<HttpContent>? content = null) =>
        new(ApiCallKind.Bulk, safety, token => Message(method, path, token, content?.Invoke()));

    /// <summary>Bulk 1.0 takes the session in a header of its own.</summary>
    private static HttpRequestMessage Message(HttpMethod method, string path, AccessToken? token, HttpContent? content)
    {
        var request = new HttpRequestMessage(method, new Uri(token!.InstanceUri, path)) { Content = content };
        request.Headers.Add("X-SFDC-Session", token.Value);
        return request;
    }

    private static ByteArrayContent Xml(byte[] body) =>
        new(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/xml") { CharSet = "UTF-8" } } };
}
