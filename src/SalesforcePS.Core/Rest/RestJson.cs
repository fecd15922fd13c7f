using System.Text.Json;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Http;
using SalesforcePS.Core.Sessions;

namespace SalesforcePS.Core.Rest;

/// <summary>REST calls that are answered with one JSON document.</summary>
internal static class RestJson
{
    /// <exception cref="ProtocolException">The answer is not what <paramref name="read"/> expects.</exception>
    public static Task<T> GetAsync<T>(SalesforceConnection connection, string pathAndQuery, Func<JsonElement, T> read, CancellationToken cancellation) =>
        connection.Transport.SendAsync(
            ApiRequest.Get(pathAndQuery),
            async (response, cancel) =>
            {
                var body = await response.Content.ReadAsByteArrayAsync(cancel).ConfigureAwait(false);
                try
                {
                    using var json = JsonDocument.Parse(body);
                    return read(json.RootElement);
                }
                catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
                {
                    throw new ProtocolException($"The answer of '{pathAndQuery.Split('?')[0]}' could not be read: {exception.Message}", exception);
                }
            },
            cancellation);
}
