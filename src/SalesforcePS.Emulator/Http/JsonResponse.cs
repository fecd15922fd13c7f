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
        await SendAsync(context, status, body);
    }

    /// <summary>Sends JSON, or XML in its place where the client asked for it and the resource has a form in it.</summary>
    public static async Task SendAsync(HttpContext context, int status, PooledStream body)
    {
        if (context.Features.Get<XmlWanted>() is null || RootOf(context, status, body) is not { } root)
        {
            await ResponseSender.SendAsync(context, status, ContentType, body);
            return;
        }

        using var xml = new PooledStream();
        XmlAnswer.Write(xml, body.WrittenMemory, root);
        await ResponseSender.SendAsync(context, status, XmlAnswer.ContentType, xml);
    }

    /// <summary>A body as it would be sent.</summary>
    public static ReadOnlyMemory<byte> ToBytes(Action<Utf8JsonWriter> write)
    {
        using var body = new PooledStream();
        Write(body, write);
        return body.WrittenMemory.ToArray();
    }

    /// <summary>Errors come as a list; what refuses an sObject tree has the form of its answer.</summary>
    private static XmlRoot? RootOf(HttpContext context, int status, PooledStream body) =>
        status >= StatusCodes.Status400BadRequest && body.WrittenMemory.Span.StartsWith("["u8)
            ? XmlRoot.Errors
            : context.GetEndpoint()?.Metadata.GetMetadata<XmlRoot>();

    public static void Write(PooledStream body, Action<Utf8JsonWriter> write)
    {
        using var writer = new Utf8JsonWriter((System.Buffers.IBufferWriter<byte>)body, Options);
        write(writer);
    }
}
