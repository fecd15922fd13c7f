using System.Text.Encodings.Web;
using System.Text.Json;

namespace SalesforcePS.Emulator.Http;

internal static class JsonResponse
{
    public const string ContentType = "application/json;charset=UTF-8";

    private static readonly JsonWriterOptions Options = new()
    {
        // An org does not escape letters beyond ASCII, nor quotes and angle brackets.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    public static async Task WriteAsync(HttpContext context, int status, Action<Utf8JsonWriter> write)
    {
        using var body = new PooledStream();
        using (var writer = new Utf8JsonWriter((System.Buffers.IBufferWriter<byte>)body, Options))
            write(writer);
        await ResponseSender.SendAsync(context, status, ContentType, body);
    }

    public static Task WriteErrorAsync(HttpContext context, int status, string errorCode, string message, IReadOnlyList<string>? fields = null) =>
        WriteAsync(context, status, writer =>
        {
            writer.WriteStartArray();
            writer.WriteStartObject();
            writer.WriteString("message", message);
            writer.WriteString("errorCode", errorCode);
            if (fields is not null)
            {
                writer.WriteStartArray("fields");
                foreach (var field in fields)
                    writer.WriteStringValue(field);
                writer.WriteEndArray();
            }

            writer.WriteEndObject();
            writer.WriteEndArray();
        });
}
