using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Http;
using SalesforcePS.Core.Sessions;

namespace SalesforcePS.Core.Rest;

/// <summary>Any call of the session's instance, with its sign-in, retries and errors. The token never goes to another host.</summary>
public sealed class RestApi(SalesforceConnection connection)
{
    private static readonly string[] NextPage = ["nextRecordsUrl", "nextPageUrl"];

    /// <summary>The path and query of an address within the instance. A path without a slash at its start is below <c>/services/data/vNN.0/</c>.</summary>
    /// <exception cref="SalesforceException">The address is of another host (<c>FOREIGN_ADDRESS</c>), or is none.</exception>
    public string Resolve(string address)
    {
        var instance = connection.InstanceUri;
        var isRooted = address.StartsWith("services/", StringComparison.OrdinalIgnoreCase);
        if (!Uri.TryCreate(new Uri(instance, connection.RestPath + "/"), isRooted ? "/" + address : address, out var uri)
            || (uri.Scheme, uri.Host, uri.Port) != (instance.Scheme, instance.Host, instance.Port))
            throw new SalesforceException($"'{address}' is no address of {instance.GetLeftPart(UriPartial.Authority)}, and the session's token goes nowhere else. Give a path.") { ErrorCode = "FOREIGN_ADDRESS" };
        return uri.Fragment.Length == 0
            ? uri.PathAndQuery
            : throw new SalesforceException($"In '{address}' what follows '#' would not be sent. Write %23 for it.") { ErrorCode = "INVALID_PARAMETER" };
    }

    /// <exception cref="SalesforceException">Salesforce refused the call.</exception>
    /// <exception cref="OutcomeUnknownException">It changes something, its answer was lost, and it may not be repeated.</exception>
    public Task<RestAnswer> SendAsync(RestApiRequest request, CancellationToken cancellation = default) =>
        connection.Transport.SendAsync(Create(request), ReadAsync, cancellation);

    /// <summary>The answer and all pages that follow it, one after the other, by <c>nextRecordsUrl</c> or <c>nextPageUrl</c>.</summary>
    /// <exception cref="ProtocolException">A page leads back to an earlier one.</exception>
    public async IAsyncEnumerable<RestAnswer> ReadPagesAsync(RestApiRequest request, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var path = request.PathAndQuery; path is not null;)
        {
            if (!seen.Add(path))
                throw new ProtocolException($"The page '{path}' was there before: the pages of the answer go round in a circle.");
            var page = await SendAsync(request with { PathAndQuery = path }, cancellation).ConfigureAwait(false);
            yield return page;
            path = NextOf(page) is { } next ? Resolve(next) : null;
        }
    }

    /// <summary>Writes the answer's content to a file, which has its name only once it is complete.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public async Task SaveAsync(RestApiRequest request, string path, CancellationToken cancellation = default)
    {
        var partial = $"{path}.{Path.GetRandomFileName()}.partial";
        try
        {
            await connection.Transport.SendAsync(Create(request), (response, cancel) => CopyAsync(response, partial, cancel), cancellation).ConfigureAwait(false);
            File.Move(partial, path, overwrite: true);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    private static ApiRequest Create(RestApiRequest request) => new(ApiCallKind.Rest, SafetyOf(request.Method), token =>
    {
        // A path that begins with two slashes would be read as a host.
        var message = new HttpRequestMessage(request.Method, token!.InstanceUri.GetLeftPart(UriPartial.Authority) + request.PathAndQuery);
        if (request.Body is { } body)
            message.Content = new ReadOnlyMemoryContent(body) { Headers = { ContentType = MediaTypeHeaderValue.Parse(request.ContentType) } };
        foreach (var (name, value) in request.Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, value))
                message.Content?.Headers.TryAddWithoutValidation(name, value);
        }
        return message;
    });

    private static RequestSafety SafetyOf(HttpMethod method) => method.Method switch
    {
        "GET" or "HEAD" => RequestSafety.Read,
        "POST" => RequestSafety.Once,
        _ => RequestSafety.Idempotent,
    };

    private static async Task<RestAnswer> ReadAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        var type = response.Content.Headers.ContentType;
        return new RestAnswer(type?.MediaType, type?.CharSet, await response.Content.ReadAsByteArrayAsync(cancellation).ConfigureAwait(false));
    }

    private static async Task CopyAsync(HttpResponseMessage response, string path, CancellationToken cancellation)
    {
        var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.Asynchronous);
        await using var _ = file.ConfigureAwait(false);
        await response.Content.CopyToAsync(file, cancellation).ConfigureAwait(false);
    }

    private static string? NextOf(RestAnswer page)
    {
        if (page.MediaType != "application/json")
            return null;
        try
        {
            using var json = JsonDocument.Parse(page.Body);
            return json.RootElement.ValueKind != JsonValueKind.Object
                ? null
                : NextPage.Select(name => json.RootElement.TryGetProperty(name, out var next) ? next.ToString() : "").FirstOrDefault(next => next.Length > 0);
        }
        catch (JsonException exception)
        {
            throw new ProtocolException($"A page of the answer is no JSON: {exception.Message}", exception);
        }
    }
}
