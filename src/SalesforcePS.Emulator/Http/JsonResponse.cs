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
        Write(body, write);
        await ResponseSender.SendAsync(context, status, ContentType, body);
    }

    /// <summary>A body as it would be sent.</summary>
    public static ReadOnlyMemory<byte> ToBytes(Action<Utf8JsonWriter> write)
    {
        using var body = new PooledStream();
        Write(body, write);
        return body.WrittenMemory.ToArray();
    }

    private static void Write(PooledStream body, Action<Utf8JsonWriter> write)
    {
        using var writer = new Utf8JsonWriter((System.Buffers.IBufferWriter<byte>)body, Options);
        write(writer);
    }
}
