using System.Text.Json;
using SalesforcePS.Emulator.Http;

namespace SalesforcePS.Emulator.Rest;

internal static class RestError
{
    private const string NotFoundCode = "NOT_FOUND";

    private const string NoSuchResource = "The requested resource does not exist";

    public static ApiException NotFound(string message = NoSuchResource) =>
        new(NotFoundCode, message, StatusCodes.Status404NotFound);

    public static ApiException UnknownRecordKey(string value) =>
        NotFound($"Provided external ID field does not exist or is not accessible: {value}");

    public static ApiException InvalidHeader(string name) => new("INVALID_INPUT", $"The value of the header {name} is not valid.");

    public static ApiException MethodNotAllowed(string method, string allowed) => new(
        "METHOD_NOT_ALLOWED",
        $"HTTP Method '{method}' not allowed. Allowed are {allowed.Replace(", ", ",", StringComparison.Ordinal)}",
        StatusCodes.Status405MethodNotAllowed);

    public static Task WriteAsync(HttpContext context, ApiException refusal)
    {
        if (refusal.HttpStatus == StatusCodes.Status401Unauthorized)
            context.Response.Headers.WWWAuthenticate = "Token";
        return JsonResponse.WriteAsync(context, refusal.HttpStatus, writer => WriteAll(writer, refusal));
    }

    /// <summary>The body of a refused request, an array in any case.</summary>
    public static void WriteAll(Utf8JsonWriter writer, ApiException refusal)
    {
        writer.WriteStartArray();
        Write(writer, refusal.ErrorCode, refusal.Message, refusal.Fields);
        writer.WriteEndArray();
    }

    public static void Write(Utf8JsonWriter writer, string errorCode, string message, IReadOnlyList<string>? fields)
    {
        writer.WriteStartObject();
        // What no route leads to was recorded with its members the other way round.
        var isCodeFirst = errorCode == NotFoundCode && message == NoSuchResource;
        if (isCodeFirst)
            writer.WriteString("errorCode", errorCode);
        writer.WriteString("message", message);
        if (!isCodeFirst)
            writer.WriteString("errorCode", errorCode);
        if (fields is not null)
        {
            writer.WriteStartArray("fields");
            foreach (var field in fields)
                writer.WriteStringValue(field);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }
}
