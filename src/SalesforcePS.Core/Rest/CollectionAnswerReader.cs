using System.Text.Json;
using SalesforcePS.Core.Errors;
using SalesforcePS.Core.Writing;

namespace SalesforcePS.Core.Rest;

/// <summary>Reads the results of a collections request. Their errors have a <c>statusCode</c> where other REST errors have an <c>errorCode</c>.</summary>
internal static class CollectionAnswerReader
{
    public static async Task<IReadOnlyList<RecordAnswer>> ReadAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        var body = await response.Content.ReadAsByteArrayAsync(cancellation).ConfigureAwait(false);
        try
        {
            using var json = JsonDocument.Parse(body);
            return [.. json.RootElement.EnumerateArray().Select(Read)];
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new ProtocolException($"Salesforce's results could not be read: {exception.Message}", exception);
        }
    }

    public static RecordAnswer Read(JsonElement result) => new(
        Text(result, "id"),
        result.GetProperty("success").GetBoolean(),
        result.TryGetProperty("created", out var created) && created.GetBoolean(),
        [.. Items(result, "errors").Select(ReadError)]);

    private static RecordError ReadError(JsonElement error) => new(
        Text(error, "statusCode") ?? "UNKNOWN_EXCEPTION",
        Text(error, "message") ?? "",
        [.. Items(error, "fields").Select(field => field.ToString())]);

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static JsonElement[] Items(JsonElement element, string name) =>
        element.TryGetProperty(name, out var items) && items.ValueKind != JsonValueKind.Null ? [.. items.EnumerateArray()] : [];
}
