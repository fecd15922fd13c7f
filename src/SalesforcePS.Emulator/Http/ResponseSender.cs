using System.IO.Compression;
using SalesforcePS.Emulator.Control;

namespace SalesforcePS.Emulator.Http;

internal static class ResponseSender
{
    public static async Task SendAsync(HttpContext context, int status, string contentType, PooledStream body)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = contentType;
        response.Headers.Vary = "Accept-Encoding";
        if (!AcceptsGzip(context.Request))
        {
            await WriteAsync(context, body);
            return;
        }

        response.Headers.ContentEncoding = "gzip";
        using var compressed = new PooledStream((int)body.Length / 4);
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(body.WrittenMemory.Span);
        await WriteAsync(context, compressed);
    }

    private static async Task WriteAsync(HttpContext context, PooledStream body)
    {
        if (context.Features.Get<RequestLogEntry>() is { } entry)
            entry.ResponseBytes = body.Length;
        await context.Response.BodyWriter.WriteAsync(body.WrittenMemory, context.RequestAborted);
    }

    public static bool AcceptsGzip(HttpRequest request)
    {
        foreach (var value in request.Headers.AcceptEncoding)
        {
            if (value is not null && value.Contains("gzip", StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
