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
}
