using System.Text.Json;

namespace SalesforcePS.Core.Errors;

/// <summary>Turns an unsuccessful HTTP answer into an exception. Shapes: REST arrays, bare objects, Bulk 1.0's, OAuth errors, HTML of a proxy.</summary>
internal static class RestErrorReader
{
    private const int LongestExcerpt = 300;

    public static async Task<SalesforceException> ReadAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        var body = await response.Content.ReadAsStringAsync(cancellation).ConfigureAwait(false);
        var status = (int)response.StatusCode;
        var (code, message, fields) = Parse(body) ?? ($"HTTP_{status}", Describe(response, body), []);
        var requestId = response.Headers.TryGetValues("X-Request-Id", out var ids) ? ids.FirstOrDefault() : null;
        return SalesforceErrors.Create(code, message, status, fields, requestId);
    }

    internal static (string Code, string Message, IReadOnlyList<string> Fields)? Parse(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var error = json.RootElement;
            if (error.ValueKind == JsonValueKind.Array && error.GetArrayLength() > 0)
                error = error[0];
            if (error.ValueKind != JsonValueKind.Object)
                return null;
            if (Text(error, "errorCode") is { } code)
                return (code, Text(error, "message") ?? code, FieldsOf(error));
            if (Text(error, "exceptionCode") is { } bulk)
                return (bulk, Text(error, "exceptionMessage") ?? bulk, []);
            if (Text(error, "error") is { } oauth)
                return (oauth, Text(error, "error_description") ?? oauth, []);
            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement error, string name) =>
        error.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string[] FieldsOf(JsonElement error) =>
        error.TryGetProperty("fields", out var fields) && fields.ValueKind == JsonValueKind.Array
            ? [.. fields.EnumerateArray().Select(field => field.ToString())]
            : [];

    private static string Describe(HttpResponseMessage response, string body)
    {
        var excerpt = body.Length > LongestExcerpt ? body[..LongestExcerpt] + "..." : body;
        return $"{(int)response.StatusCode} {response.ReasonPhrase}: {excerpt}".TrimEnd(':', ' ');
    }
}
