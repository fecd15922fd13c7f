using System.IO.Compression;
using SalesforcePS.Emulator.Control;

namespace SalesforcePS.Emulator.Http;

internal static class RequestBody
{
    /// <summary>Whether reading failed because the body is not in the encoding that its header names.</summary>
    public static bool IsUndecodable(HttpRequest request, Exception exception) =>
        exception is InvalidDataException && request.Headers.ContentEncoding.Count > 0;

    public static string UndecodableMessage(HttpRequest request) => $"The body is not in the content encoding {request.Headers.ContentEncoding}.";

    /// <summary>Reads the whole body, decompressed; null when its Content-Encoding is not known.</summary>
    public static async Task<PooledStream?> ReadAsync(HttpContext context)
    {
        var request = context.Request;
        var body = new PooledStream((int)Math.Clamp(request.ContentLength ?? 0, 1024, 1024 * 1024));
        await CopyAsync(request.Body, body, context.RequestAborted);
        if (context.Features.Get<RequestLogEntry>() is { } entry)
            entry.RequestBytes = body.Length;

        var encoding = request.Headers.ContentEncoding.ToString();
        if (encoding.Length == 0 || encoding.Equals("identity", StringComparison.OrdinalIgnoreCase))
            return body;
        using (body)
            return await DecompressAsync(body, encoding, context.RequestAborted);
    }

    /// <summary>The body to read as it comes, decompressed; null when its Content-Encoding is not known.</summary>
    public static Stream? Open(HttpContext context)
    {
        var entry = context.Features.Get<RequestLogEntry>();
        var body = new MeteredStream(context.Request.Body, total =>
        {
            if (entry is not null)
                entry.RequestBytes = total;
        });
        return context.Request.Headers.ContentEncoding.ToString().ToUpperInvariant() switch
        {
            "" or "IDENTITY" => body,
            "GZIP" => new GZipStream(body, CompressionMode.Decompress),
            "DEFLATE" => new ZLibStream(body, CompressionMode.Decompress),
            _ => null,
        };
    }

    private static async Task<PooledStream?> DecompressAsync(PooledStream compressed, string encoding, CancellationToken cancellationToken)
    {
        using var source = compressed.OpenRead();
        Stream? decompressor = encoding.ToUpperInvariant() switch
        {
            "GZIP" => new GZipStream(source, CompressionMode.Decompress),
            // RFC 9110 says zlib; some clients send raw deflate under that name.
            "DEFLATE" => IsZlib(compressed.WrittenMemory.Span)
                ? new ZLibStream(source, CompressionMode.Decompress)
                : new DeflateStream(source, CompressionMode.Decompress),
            _ => null,
        };
        if (decompressor is null)
            return null;
        var body = new PooledStream((int)compressed.Length * 4);
        await using (decompressor)
            await CopyAsync(decompressor, body, cancellationToken);
        return body;
    }

    private static bool IsZlib(ReadOnlySpan<byte> bytes) =>
        bytes.Length > 1 && (bytes[0] & 0x0F) == 8 && ((bytes[0] << 8) | bytes[1]) % 31 == 0;

    private static async Task CopyAsync(Stream source, PooledStream target, CancellationToken cancellationToken)
    {
        int read;
        while ((read = await source.ReadAsync(target.GetMemory(4096), cancellationToken)) > 0)
            target.Advance(read);
    }
}
